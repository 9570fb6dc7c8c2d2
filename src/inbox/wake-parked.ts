// Wakes the sends that waited for something about their sender, not all in one moment: most urgent first, so many a
// second. The wakes lie in the inbox, so that a restart loses none.

import { sql } from 'kysely';
import { laneNames } from '../messaging/sender-rate.ts';
import { delayInboxItems, insertInboxItems } from '../store/inbox.ts';
import type { StoreTransaction } from '../store/store.ts';
import { toWakeItem } from './apply-wake.ts';

export interface ParkedBy {
  /** Our ids. */
  readonly senders: readonly string[];
  readonly policies: readonly string[];
  /** How many are woken each second. */
  readonly perSecond: number;
}

/** How many are woken, and how long that takes. Call it in the transaction that has changed the fact, after that. */
export async function wakeParked(
  trx: StoreTransaction,
  { senders, policies, perSecond }: ParkedBy,
): Promise<{ readonly sends: number; readonly seconds: number }> {
  if (senders.length === 0) return { sends: 0, seconds: 0 };
  const parked = await trx
    .selectFrom('send')
    .select('run_id')
    .where('state', '=', 'parked')
    .where('sender_id', 'in', [...senders])
    .where('policy', 'in', [...policies])
    .orderBy(sql`array_position(${[...laneNames]}::text[], category)`)
    .orderBy('id')
    .execute();
  const seconds = Math.ceil(parked.length / perSecond);
  const items = Array.from({ length: seconds }, (_, second) => {
    const runs = parked.slice(second * perSecond, (second + 1) * perSecond).map(({ run_id }) => run_id);
    return { item: toWakeItem(runs, 'sender'), delayMs: second * 1_000 };
  });
  await insertInboxItems(
    trx,
    items.map(({ item }) => item),
  );
  await delayInboxItems(
    trx,
    items.filter(({ delayMs }) => delayMs > 0).map(({ item, delayMs }) => ({ key: item.key, delayMs })),
  );
  return { sends: parked.length, seconds };
}
