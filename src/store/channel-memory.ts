// What is remembered of a person with a sender (DESIGN 7.4): one row, shared by all journeys, locked by whoever
// decides or learns. Lock order everywhere: memory first, then send. `db` is a transaction.

import { sql } from 'kysely';
import { cooldownMs, unreachableMs } from '../whatsapp/memory-rules.ts';
import { windowEndsAt } from '../whatsapp/window.ts';
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

/**
 * The person wrote: the window opens from the message's own time, and what kept us quiet is lifted. An old message
 * that comes late opens nothing, since its window has ended by itself (F§4.1), and lifts nothing that was said
 * after it.
 */
export async function rememberInbound(trx: StoreTransaction, key: MemoryKey, at: Date): Promise<void> {
  const memory = await lockMemory(trx, key);
  const endsAt = new Date(windowEndsAt(at.getTime()));
  const unreachableSinceMs = (memory.unreachable_until?.getTime() ?? 0) - unreachableMs;
  await update(trx, key, {
    window_ends_at: sql<Date>`greatest(window_ends_at, ${endsAt}::timestamptz)`,
    ...((memory.cooldown_since ?? at) <= at ? noCooldown : {}),
    ...(unreachableSinceMs <= at.getTime() ? { unreachable_until: null } : {}),
  });
}

const noCooldown = { cooldown_since: null, cooldown_until: null, cooldown_count: 0 } as const;

/** A refusal taught us something about the person; `effect` is a word of the error table. */
export async function rememberRefusal(
  trx: StoreTransaction,
  key: MemoryKey,
  { effect, at }: { readonly effect: string | undefined; readonly at: Date },
): Promise<void> {
  switch (effect) {
    case 'cooldown': {
      const { cooldown_count, window_ends_at } = await lockMemory(trx, key);
      // The person has written since: what this late webhook tells is over.
      if (window_ends_at !== null && window_ends_at.getTime() >= windowEndsAt(at.getTime())) return;
      const until = new Date(at.getTime() + cooldownMs(cooldown_count));
      return update(trx, key, {
        cooldown_since: at,
        cooldown_until: until,
        cooldown_count: cooldown_count + 1,
      });
    }
    case 'experiment':
      await lockMemory(trx, key);
      return update(trx, key, {
        experiment_since: sql<Date>`coalesce(experiment_since, ${at}::timestamptz)`,
      });
    case 'unreachable':
      await lockMemory(trx, key);
      return update(trx, key, { unreachable_until: new Date(at.getTime() + unreachableMs) });
    case 'window-closed':
      await lockMemory(trx, key);
      return update(trx, key, { window_ends_at: sql<Date>`least(window_ends_at, ${at}::timestamptz)` });
    case 'opt-out':
      // 131050: marketing only; utility is still allowed (F§3.2).
      return storeConsents(trx, key.personId, [
        { channel: 'whatsapp', topic: 'marketing', state: 'out', source: 'meta:131050', at },
      ]);
  }
}

type Change = { readonly [column in keyof MemoryRow]?: unknown };

async function update(
  trx: StoreTransaction,
  { personId, senderId }: MemoryKey,
  change: Change,
): Promise<void> {
  await trx
    .updateTable('channel_memory')
    .set(change as never)
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .execute();
}
