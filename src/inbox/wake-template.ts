// A template's state or category has changed: everybody whose message waits with it asks the gate again, of all journeys
// (DESIGN 7.4). What the sender's rate can't take at once waits there.

import { insertInboxItems } from '../store/inbox.ts';
import { listRunsParkedWith } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { TemplateChange, TemplateKey } from '../store/templates.ts';
import { toWakeItems } from './apply-wake.ts';

/** How many are woken. Call it in the transaction that has changed the row, after that. */
export async function wakeTemplate(
  trx: StoreTransaction,
  key: TemplateKey,
  { before, after }: TemplateChange,
): Promise<number> {
  const hasMoved = before.category !== after.category;
  if (!hasMoved && before.status === after.status) return 0;
  // Another category has other rules: whatever a message waits for may not concern it any more.
  const runs = await listRunsParkedWith(trx, key, hasMoved ? undefined : 'template');
  await insertInboxItems(trx, toWakeItems(runs, 'template'));
  return runs.length;
}
