// The pair limit's state in the person's memory row, which whoever calls this has locked.

import { type PairState, withPairRefusal, withPairSend } from '../messaging/pair-limit.ts';
import type { MemoryKey } from './channel-memory.ts';
import type { StoreTransaction } from './store.ts';

export async function readPair(trx: StoreTransaction, key: MemoryKey): Promise<PairState | undefined> {
  const row = await trx
    .selectFrom('channel_memory')
    .select(['pair_paid_at', 'pair_refusals'])
    .where('person_id', '=', key.personId)
    .where('sender_id', '=', key.senderId)
    .executeTakeFirst();
  if (row === undefined || row.pair_paid_at === null) return undefined;
  return { paidAt: row.pair_paid_at.getTime(), refusals: row.pair_refusals };
}

/** A message goes out. @param pair what was read under this lock */
export async function rememberPairSend(
  trx: StoreTransaction,
  key: MemoryKey,
  { pair, at }: { readonly pair: PairState | undefined; readonly at: number },
): Promise<void> {
  await storePair(trx, key, withPairSend(pair, at));
}

/** 131056: Meta wants a longer pause. */
export async function rememberPairRefusal(trx: StoreTransaction, key: MemoryKey, at: number): Promise<void> {
  await storePair(trx, key, withPairRefusal(await readPair(trx, key), at));
}

async function storePair(
  trx: StoreTransaction,
  key: MemoryKey,
  { paidAt, refusals }: PairState,
): Promise<void> {
  await trx
    .updateTable('channel_memory')
    .set({ pair_paid_at: new Date(paidAt), pair_refusals: refusals })
    .where('person_id', '=', key.personId)
    .where('sender_id', '=', key.senderId)
    .execute();
}
