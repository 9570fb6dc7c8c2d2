// Second step of the dispatcher: pays what applied items owe to runs. Per run in order, up to 50 bodies a signal.
// A run that can't be signalled yet holds up nobody else; that Temporal is away ends the round and counts against
// nobody.

import type { Logger } from 'pino';
import { listOwedItems, type OwedItem, storeItemFailure, storeOwed } from '../store/inbox.ts';
import { findRunState } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import { backoffMs, quarantineAfter } from './apply-batch.ts';
import {
  type Debt,
  groupByRun,
  readOwed,
  type StoredOwed,
  toChunks,
  toDebts,
  toRequestId,
} from './owed-chunks.ts';
import type { RunSignals } from './run-signal.ts';

export interface SendOwedOptions {
  readonly store: Store;
  readonly runs: RunSignals;
  readonly log: Logger;
  readonly limit?: number;
  readonly maxBodies?: number;
  /** Runs that are signalled at the same time. */
  readonly concurrency?: number;
  /** When a run that was not ready is tried again, in milliseconds. */
  readonly retryMs?: number;
}

type Paid = 'paid' | 'later' | 'refused';

/** Pays what is due in a shard; returns how many items it looked at. @throws what the port rejects with */
export async function sendOwed(options: SendOwedOptions, shard: number): Promise<number> {
  const items = await listOwedItems(options.store, shard, options.limit ?? 500);
  if (items.length === 0) return 0;
  const results = new Map<Debt, Paid>();
  const queue = groupByRun(items.flatMap(toDebts)).reverse();
  let away: { readonly error: unknown } | undefined;
  const work = async () => {
    for (let debts = queue.pop(); debts !== undefined && away === undefined; debts = queue.pop()) {
      try {
        await payRun(options, debts, results);
      } catch (error) {
        away = { error };
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 16 }, work));
  await storeResults(options, items, results);
  if (away !== undefined) throw away.error;
  return items.length;
}

/** Pays one run's debts in order, and stops at the first that has to wait. */
async function payRun(
  options: SendOwedOptions,
  debts: readonly Debt[],
  results: Map<Debt, Paid>,
): Promise<void> {
  let stopped = false;
  for (const chunk of toChunks(debts, options.maxBodies ?? 50)) {
    const paid: Paid = stopped ? 'later' : await payChunk(options, chunk);
    if (paid === 'refused' && chunk.length > 1) {
      // One bad body must not take its neighbours with it.
      for (const debt of chunk) results.set(debt, await payChunk(options, [debt]));
    } else {
      for (const debt of chunk) results.set(debt, paid);
    }
    stopped ||= paid === 'later';
  }
}

async function payChunk({ store, runs }: SendOwedOptions, chunk: readonly Debt[]): Promise<Paid> {
  const first = chunk[0]?.owed;
  if (first === undefined) return 'paid';
  if (first.signal === 'start') {
    await runs.start(first.runId);
    return 'paid';
  }
  const result = await runs.signal({
    runId: first.runId,
    signal: first.signal,
    bodies: chunk.map(toBody),
    requestId: toRequestId(chunk),
  });
  switch (result) {
    case 'delivered':
      return 'paid';
    case 'busy':
      return 'later';
    case 'refused':
      return 'refused';
    case 'not-found': {
      // Temporal can't tell "closed" from "not started yet"; the row can.
      const state = await findRunState(store, first.runId);
      return state === undefined || state === 'closed' ? 'paid' : 'later';
    }
  }
}

function toBody({ owed }: Debt): unknown {
  return owed.signal === 'start' ? null : owed.body;
}

async function storeResults(
  { store, log, retryMs = 500 }: SendOwedOptions,
  items: readonly OwedItem[],
  results: ReadonlyMap<Debt, Paid>,
): Promise<void> {
  const byItem = new Map<string, Map<number, Paid>>();
  for (const [{ item, index }, paid] of results) {
    byItem.set(item.id, (byItem.get(item.id) ?? new Map<number, Paid>()).set(index, paid));
  }
  const rest: { id: string; owed: string | null; delayMs: number }[] = [];
  const refused: OwedItem[] = [];
  for (const item of items) {
    const outcomes = byItem.get(item.id);
    if (outcomes === undefined) continue;
    const { batch, owed } = readOwed(item);
    const left = owed.map((entry, index) => (outcomes.get(index) === 'paid' ? null : entry));
    const isPaid = left.every((entry) => entry === null);
    rest.push({
      id: item.id,
      owed: isPaid ? null : JSON.stringify({ batch, owed: left } satisfies StoredOwed),
      delayMs: isPaid ? 0 : retryMs,
    });
    if ([...outcomes.values()].includes('refused')) refused.push(item);
  }
  await storeOwed(store, rest);
  for (const { id, failures } of refused) {
    log.warn({ item: id, failures: failures + 1 }, 'signal refused');
    const delayMs = backoffMs(failures);
    await storeItemFailure(store, { id, error: 'signal refused', delayMs, limit: quarantineAfter });
  }
}
