// First step of the dispatcher: claims new items of a shard, applies each in a savepoint and stores what is then
// owed to runs, all in one transaction. An item's own failure is its own; that PostgreSQL is away fails the batch
// and counts against nobody.

import { sql } from 'kysely';
import type { Logger } from 'pino';
import { claimNewItems, type InboxItem, storeApplied, storeItemFailure } from '../store/inbox.ts';
import { isOutage } from '../store/outage.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { toFailureName } from './failure-name.ts';
import type { StoredOwed } from './owed-chunks.ts';
import type { Owed } from './run-signal.ts';

/** Applies one item inside the batch's transaction. Safe to run again: the first run may have been rolled back. */
export type ApplyItem = (trx: StoreTransaction, item: InboxItem, clock: Clock) => Promise<readonly Owed[]>;

export interface ApplyBatchOptions {
  readonly store: Store;
  readonly apply: ApplyItem;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limit?: number;
}

export const quarantineAfter = 10;

/** Applies up to `limit` items; returns how many were claimed. */
export async function applyBatch(
  { store, apply, clock, log, limit = 200 }: ApplyBatchOptions,
  shard: number,
): Promise<number> {
  return store.transaction().execute(async (trx) => {
    const items = await claimNewItems(trx, shard, limit);
    const batch = items[0]?.id;
    if (batch === undefined) return 0;
    const applied: { id: string; owed: string | null }[] = [];
    for (const item of items) {
      const owed = await applyInSavepoint(trx, () => apply(trx, item, clock));
      if (owed instanceof ItemFailure) {
        log.warn(
          { item: item.id, kind: item.kind, failures: item.failures + 1, error: owed.code },
          'item failed',
        );
        await storeItemFailure(trx, {
          id: item.id,
          error: owed.code,
          delayMs: backoffMs(item.failures),
          limit: quarantineAfter,
        });
      } else {
        applied.push({
          id: item.id,
          owed: owed.length === 0 ? null : JSON.stringify({ batch, owed } satisfies StoredOwed),
        });
      }
    }
    await storeApplied(trx, applied);
    return items.length;
  });
}

/** 1 s doubling to 5 min. */
export function backoffMs(failures: number): number {
  return Math.min(1_000 * 2 ** failures, 300_000);
}

class ItemFailure {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

async function applyInSavepoint(
  trx: StoreTransaction,
  work: () => Promise<readonly Owed[]>,
): Promise<readonly Owed[] | ItemFailure> {
  await sql`savepoint item`.execute(trx);
  try {
    const owed = await work();
    await sql`release savepoint item`.execute(trx);
    return owed;
  } catch (error) {
    if (isOutage(error)) throw error;
    await sql`rollback to savepoint item`.execute(trx);
    return new ItemFailure(toFailureName(error));
  }
}
