// How what is owed is put into signals: by run, in order, neighbours together. Grouping is a function of what is
// stored, so that a repetition after a crash makes the same signals with the same request ids. Pure.

import { createHash } from 'node:crypto';
import type { OwedItem } from '../store/inbox.ts';
import type { Owed } from './run-signal.ts';

/** What is stored with an applied item. Paid entries become null, so that the others keep their places. */
export interface StoredOwed {
  /** The batch that applied it. */
  readonly batch: string;
  readonly owed: readonly (Owed | null)[];
}

/** One entry of what an item owes, with its place. */
export interface Debt {
  readonly item: OwedItem;
  readonly index: number;
  readonly batch: string;
  readonly owed: Owed;
}

/** What an item still owes. */
export function toDebts(item: OwedItem): Debt[] {
  const { batch, owed } = readOwed(item);
  return owed.flatMap((entry, index) => (entry === null ? [] : [{ item, index, batch, owed: entry }]));
}

/** The column as `applyBatch` wrote it; nobody else writes it. */
export function readOwed(item: OwedItem): StoredOwed {
  return item.owed as StoredOwed;
}

/** Each run's debts in order; the runs by their oldest debt. */
export function groupByRun(debts: readonly Debt[]): Debt[][] {
  const byRun = new Map<string, Debt[]>();
  for (const debt of debts) {
    const mine = byRun.get(debt.owed.runId);
    if (mine === undefined) byRun.set(debt.owed.runId, [debt]);
    else mine.push(debt);
  }
  return [...byRun.values()];
}

/** Neighbours of one signal and one batch, up to `maxBodies`. */
export function toChunks(debts: readonly Debt[], maxBodies: number): Debt[][] {
  const chunks: Debt[][] = [];
  for (const debt of debts) {
    const chunk = chunks.at(-1);
    const last = chunk?.at(-1);
    const joins = last?.owed.signal === debt.owed.signal && last.batch === debt.batch;
    if (chunk !== undefined && joins && chunk.length < maxBodies) chunk.push(debt);
    else chunks.push([debt]);
  }
  return chunks;
}

/** The same entries of the same items give the same id, anything else another. */
export function toRequestId(debts: readonly Debt[]): string {
  const hash = createHash('sha256');
  for (const { item, index } of debts) hash.update(`${item.id}/${index};`);
  return hash.digest('hex').slice(0, 32);
}
