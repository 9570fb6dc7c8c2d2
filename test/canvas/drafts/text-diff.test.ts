import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTexts, nearChanges } from '../../../src/canvas/drafts/text-diff.ts';

const side = (rows: ReturnType<typeof diffTexts>, which: 'left' | 'right') =>
  rows.flatMap((row) => row[which] ?? []);

test('a changed line stands beside what it was, and the rest on one row', () => {
  expect(diffTexts('a\nb\nc', 'a\nx\nc').map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
  expect(diffTexts('a\nc', 'a\nb\nc').map(({ kind }) => kind)).toEqual(['same', 'added', 'same']);
  expect(diffTexts('a\nb\nc', 'a\nc').map(({ kind }) => kind)).toEqual(['same', 'removed', 'same']);
});

test('far from what has changed, lines are left out and the gap is shown', () => {
  const long = Array.from({ length: 40 }, (_, line) => `${line}`);
  const rows = nearChanges(diffTexts(long.join('\n'), long.with(20, 'x').join('\n')));
  expect(rows.map((row) => row?.kind ?? '…').join(' ')).toBe('… same same same changed same same same …');
  expect(nearChanges(diffTexts('a', 'a'))).toEqual([]);
});

test('both sides are there whole and in order, rows that are the same are the same, and as few as can be differ', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const rows = diffTexts(left, right);
      expect(
        side(rows, 'left')
          .map(({ text: line }) => line)
          .join('\n'),
      ).toBe(left);
      expect(
        side(rows, 'right')
          .map(({ text: line }) => line)
          .join('\n'),
      ).toBe(right);
      expect(side(rows, 'left').map(({ line }) => line)).toEqual(left.split('\n').map((_, at) => at + 1));
      const same = rows.filter(({ kind }) => kind === 'same');
      for (const row of same) expect(row.left?.text).toBe(row.right?.text);
      expect(same.length).toBe(longestCommon(left.split('\n'), right.split('\n')));
    }),
    { numRuns: 500 },
  );
});

test('texts that have little in common are one block for another', () => {
  const lines = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word}${at}`).join('\n');
  const rows = diffTexts(lines('a'), lines('b'));
  expect(rows.length).toBe(3_000);
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['changed']));
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    b.forEach((other, at) => {
      next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
