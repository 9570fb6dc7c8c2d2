// The row of each step: below all that lead to it. A way that closes a cycle counts for nothing. Pure.

export interface Way {
  /** Index of a step. */
  readonly to: number;
  readonly reached: boolean;
}

/** @param ways from each step, what reaches first */
export function findRanks(ways: readonly (readonly Way[])[]): readonly number[] {
  const { order, backward } = walk(ways);
  const ranks = ways.map(() => 0);
  for (const from of order) {
    for (const way of ways[from] ?? []) {
      if (!backward.has(way)) ranks[way.to] = Math.max(ranks[way.to] ?? 0, (ranks[from] ?? 0) + 1);
    }
  }
  return ranks;
}

interface Walk {
  /** Every step after those that lead to it, but for the ways that lead back. */
  readonly order: readonly number[];
  readonly backward: ReadonlySet<Way>;
}

/** Depth first, without recursion: journeys may be long. */
function walk(ways: readonly (readonly Way[])[]): Walk {
  const finished: number[] = [];
  const backward = new Set<Way>();
  const states = ways.map((): 'new' | 'open' | 'done' => 'new');
  for (let root = 0; root < ways.length; root += 1) {
    if (states[root] !== 'new') continue;
    states[root] = 'open';
    const path = [{ at: root, next: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const way = ways[top.at]?.[top.next];
      top.next += 1;
      if (way === undefined) {
        states[top.at] = 'done';
        finished.push(top.at);
        path.pop();
      } else if (states[way.to] === 'new') {
        states[way.to] = 'open';
        path.push({ at: way.to, next: 0 });
      } else if (states[way.to] === 'open') backward.add(way);
    }
  }
  return { order: finished.reverse(), backward };
}
