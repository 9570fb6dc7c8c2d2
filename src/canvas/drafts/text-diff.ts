// Two texts line by line, side by side: what is the same stands on one row (Myers, with what is the same at both ends
// taken off first). Pure.

export interface TextRow {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** Absent where the line is only on the other side. Lines count from 1. */
  readonly left?: { readonly line: number; readonly text: string };
  readonly right?: { readonly line: number; readonly text: string };
}

/** Texts that differ in more lines are shown as one block replaced by another: nobody reads them line by line. */
const editLimit = 800;

export function diffTexts(left: string, right: string): readonly TextRow[] {
  const [before, after] = [left.split('\n'), right.split('\n')];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = findSame(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const same = [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from({ length: end }, (_, at) => [before.length - end + at, after.length - end + at] as const),
  ];
  return toRows(before, after, same);
}

/** Rows that differ with so many of what stands around them; `undefined` is a gap. */
export function nearChanges(rows: readonly TextRow[], around = 3): readonly (TextRow | undefined)[] {
  const near = new Set<number>();
  rows.forEach(({ kind }, at) => {
    if (kind === 'same') return;
    for (let one = at - around; one <= at + around; one += 1) near.add(one);
  });
  return rows.flatMap((row, at) => {
    if (near.has(at)) return [row];
    return near.has(at + 1) || (at === rows.length - 1 && near.size > 0) ? [undefined] : [];
  });
}

type Pair = readonly [number, number];

/** Indices of lines that are the same on both sides, in order: as many as can be. */
function findSame(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  const most = Math.min(before.length + after.length, editLimit);
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach);
    const next = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = reach.get(diagonal + 1) ?? -1;
      const across = reach.get(diagonal - 1) ?? -1;
      const goesDown = diagonal === -edits || (diagonal !== edits && across < down);
      let x = goesDown ? down : across + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length)
        return walkBack(trace, [before.length, after.length]);
    }
    reach = next;
  }
  return [];
}

function walkBack(trace: readonly Map<number, number>[], [fromX, fromY]: Pair): readonly Pair[] {
  const same: Pair[] = [];
  let [x, y] = [fromX, fromY];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const across = reach.get(diagonal - 1) ?? -1;
    const down = reach.get(diagonal + 1) ?? -1;
    const cameDown = diagonal === -edits || (diagonal !== edits && across < down);
    const previous = cameDown ? diagonal + 1 : diagonal - 1;
    const previousX = edits === 0 ? 0 : (reach.get(previous) ?? 0);
    const previousY = edits === 0 ? 0 : previousX - previous;
    while (x > previousX && y > previousY) {
      x -= 1;
      y -= 1;
      same.push([x, y]);
    }
    [x, y] = [previousX, previousY];
  }
  return same.reverse();
}

function toRows(
  before: readonly string[],
  after: readonly string[],
  same: readonly Pair[],
): readonly TextRow[] {
  const rows: TextRow[] = [];
  let [left, right] = [0, 0];
  for (const [a, b] of [...same, [before.length, after.length] as const]) {
    while (left < a || right < b) {
      const old = left < a ? { line: left + 1, text: before[left] ?? '' } : undefined;
      const young = right < b ? { line: right + 1, text: after[right] ?? '' } : undefined;
      const kind = old === undefined ? 'added' : young === undefined ? 'removed' : 'changed';
      rows.push({ kind, ...(old && { left: old }), ...(young && { right: young }) });
      left += old === undefined ? 0 : 1;
      right += young === undefined ? 0 : 1;
    }
    if (a === before.length && b === after.length) break;
    rows.push({
      kind: 'same',
      left: { line: a + 1, text: before[a] ?? '' },
      right: { line: b + 1, text: after[b] ?? '' },
    });
    [left, right] = [a + 1, b + 1];
  }
  return rows;
}
