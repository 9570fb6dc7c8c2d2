// The column of each step. Steps that reach each other are a chain and stand below one another; what falls back from a
// chain stands further right, the lower the nearer, so that the lines to it nest and don't cross. Pure.

import type { Way } from './layout-ranks.ts';

/** Rows of a column that a chain takes, with the line that leads to it. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * No two steps get the same row and column.
 *
 * @param ways from each step, what reaches first
 * @param ranks the row of each step
 */
export function findColumns(
  ways: readonly (readonly Way[])[],
  ranks: readonly number[],
): readonly (number | undefined)[] {
  const columns: (number | undefined)[] = ways.map(() => undefined);
  const taken: Span[][] = [];
  const pending: { readonly head: number; readonly parent?: number }[] = [];
  for (let root = 0; root < ways.length; root += 1) {
    pending.push({ head: root });
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (columns[at.head] !== undefined) continue;
      const chain = findChain(at.head, { ways, ranks, columns });
      const span = { first: firstRow(at, ranks), last: ranks[chain.at(-1) ?? at.head] ?? 0 };
      const least = at.parent === undefined ? Math.min(root, 1) : (columns[at.parent] ?? 0) + 1;
      const column = takeColumn(taken, span, least);
      for (const step of chain) columns[step] = column;
      // The last pushed comes first: the lowest step of the chain, and of its ways the first.
      for (const parent of chain) {
        for (const { to } of [...(ways[parent] ?? [])].reverse()) pending.push({ head: to, parent });
      }
    }
  }
  return columns;
}

interface Known {
  readonly ways: readonly (readonly Way[])[];
  readonly ranks: readonly number[];
  readonly columns: readonly (number | undefined)[];
}

/** Down the first way that reaches a step without a column. */
function findChain(head: number, { ways, ranks, columns }: Known): readonly number[] {
  const chain = [head];
  for (let at: number | undefined = head; at !== undefined; ) {
    const row: number = ranks[at] ?? 0;
    at = ways[at]?.find(
      ({ to, reached }) => reached && columns[to] === undefined && (ranks[to] ?? 0) > row,
    )?.to;
    if (at !== undefined) chain.push(at);
  }
  return chain;
}

/** The line to a chain comes down its column from below the step that leads to it. */
function firstRow(
  { head, parent }: { readonly head: number; readonly parent?: number },
  ranks: readonly number[],
): number {
  const row = ranks[head] ?? 0;
  return parent === undefined ? row : Math.min(row, (ranks[parent] ?? 0) + 1);
}

function takeColumn(taken: Span[][], span: Span, least: number): number {
  let column = least;
  while (taken[column]?.some(({ first, last }) => first <= span.last && span.first <= last)) column += 1;
  while (taken.length <= column) taken.push([]);
  taken[column]?.push(span);
  return column;
}
