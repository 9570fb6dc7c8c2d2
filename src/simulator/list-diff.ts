// The shortest way from one list of words to another, as lines with `-` and `+`. Pure.

export interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** `-` stands before what was expected only, `+` before what came instead. */
export function diffLists(expected: readonly string[], actual: readonly string[]): DiffLine[] {
  const common = commonLengths(expected, actual);
  const lengthAt = (left: number, right: number) => common[left]?.[right] ?? 0;
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  while (left < expected.length || right < actual.length) {
    const [mine = '', theirs = ''] = [expected[left], actual[right]];
    if (left < expected.length && right < actual.length && mine === theirs) {
      lines.push({ mark: ' ', text: mine });
      left += 1;
      right += 1;
    } else if (
      right >= actual.length ||
      (left < expected.length && lengthAt(left + 1, right) >= lengthAt(left, right + 1))
    ) {
      lines.push({ mark: '-', text: mine });
      left += 1;
    } else {
      lines.push({ mark: '+', text: theirs });
      right += 1;
    }
  }
  return lines;
}

/** By place in both lists: how long the longest common part of the rests is. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const [below, row] = [lengths[i + 1] ?? [], lengths[i] ?? []];
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
