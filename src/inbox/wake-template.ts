// A template's state or category has changed: everybody whose message waits with it asks the gate again, of all journeys
// (DESIGN 7.4). What the sender's rate can't take at once waits there.

import { insertInboxItems } from '../store/inbox.ts';
import { listRunsParkedWith, listTemplatesWaitedFor, toTemplateWord } from '../store/parked-sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { judgeStored, listTemplatesOf, type TemplateChange, type TemplateKey } from '../store/templates.ts';
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

/** Who waits for a template that can be sent, since a wake was lost, asks again. */
export async function wakeForgotten(trx: StoreTransaction, accountId: string, now: number): Promise<number> {
  const waitedFor = await listTemplatesWaitedFor(trx, accountId);
  if (waitedFor.size === 0) return 0;
  let woken = 0;
  for (const template of await listTemplatesOf(trx, accountId)) {
    const isWaitedFor = waitedFor.has(toTemplateWord(template));
    if (!isWaitedFor || judgeStored(template, now) !== 'sendable') continue;
    const runs = await listRunsParkedWith(trx, template, 'template');
    await insertInboxItems(trx, toWakeItems(runs, 'template'));
    woken += runs.length;
  }
  return woken;
}
