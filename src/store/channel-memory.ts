// What is remembered of a person with a sender (DESIGN 7.4): one row, shared by all journeys, locked by whoever
// decides or learns. Lock order everywhere: memory first, then send. `db` is a transaction.

import { type LearntMemory, learnFromInbound, learnFromRefusal } from '../whatsapp/learn.ts';
import { storeConsents } from './people.ts';
import type { StoreTransaction } from './store.ts';

export interface MemoryKey {
  readonly personId: string;
  readonly senderId: string;
}

export interface MemoryRow {
  readonly window_ends_at: Date | null;
  readonly cooldown_since: Date | null;
  readonly cooldown_until: Date | null;
  readonly cooldown_count: number;
  readonly experiment_since: Date | null;
  readonly unreachable_until: Date | null;
}

/** Locks the row until the transaction ends, making it where there is none. */
export async function lockMemory(
  trx: StoreTransaction,
  { personId, senderId }: MemoryKey,
): Promise<MemoryRow> {
  const key = { person_id: personId, sender_id: senderId };
  await trx
    .insertInto('channel_memory')
    .values(key)
    .onConflict((conflict) => conflict.columns(['person_id', 'sender_id']).doNothing())
    .execute();
  return trx
    .selectFrom('channel_memory')
    .select([
      'window_ends_at',
      'cooldown_since',
      'cooldown_until',
      'cooldown_count',
      'experiment_since',
      'unreachable_until',
    ])
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The person wrote: the window opens from the message's own time, and what kept us quiet is lifted. */
export async function rememberInbound(trx: StoreTransaction, key: MemoryKey, at: Date): Promise<void> {
  const memory = toLearnt(await lockMemory(trx, key));
  await update(trx, key, learnFromInbound(memory, at.getTime()));
}

/** A refusal taught us something about the person; `effect` is a word of the error table. */
export async function rememberRefusal(
  trx: StoreTransaction,
  key: MemoryKey,
  { effect, at }: { readonly effect: string | undefined; readonly at: Date },
): Promise<void> {
  if (effect === undefined) return;
  if (effect === 'opt-out') {
    // 131050: marketing only; utility is still allowed (F§3.2).
    await storeConsents(trx, key.personId, [
      { channel: 'whatsapp', topic: 'marketing', state: 'out', source: 'meta:131050', at },
    ]);
    return;
  }
  const memory = toLearnt(await lockMemory(trx, key));
  const learnt = learnFromRefusal(memory, effect, at.getTime());
  if (learnt !== memory) await update(trx, key, learnt);
}

function toLearnt(row: MemoryRow): LearntMemory {
  return {
    ...(row.window_ends_at === null ? {} : { windowEndsAt: row.window_ends_at.getTime() }),
    ...(row.cooldown_since === null ? {} : { cooldownSince: row.cooldown_since.getTime() }),
    ...(row.cooldown_until === null ? {} : { cooldownUntil: row.cooldown_until.getTime() }),
    cooldownCount: row.cooldown_count,
    ...(row.experiment_since === null ? {} : { experimentSince: row.experiment_since.getTime() }),
    ...(row.unreachable_until === null ? {} : { unreachableUntil: row.unreachable_until.getTime() }),
  };
}

async function update(
  trx: StoreTransaction,
  { personId, senderId }: MemoryKey,
  learnt: LearntMemory,
): Promise<void> {
  const toDate = (at: number | undefined) => (at === undefined ? null : new Date(at));
  await trx
    .updateTable('channel_memory')
    .set({
      window_ends_at: toDate(learnt.windowEndsAt),
      cooldown_since: toDate(learnt.cooldownSince),
      cooldown_until: toDate(learnt.cooldownUntil),
      cooldown_count: learnt.cooldownCount ?? 0,
      experiment_since: toDate(learnt.experimentSince),
      unreachable_until: toDate(learnt.unreachableUntil),
    })
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .execute();
}
