import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchText, type TextChange } from '../../../src/canvas/json/patch-text.ts';

const text = fc
  .array(fc.constantFrom('{', '}', '  "a": 1,', '  "b": "봄"', ''), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

function apply(before: string, changes: readonly TextChange[]): string {
  return changes.reduceRight(
    (doc, { from, to, insert }) => doc.slice(0, from) + insert + doc.slice(to),
    before,
  );
}

describe('a patch of a text', () => {
  it('makes the one text of the other, with changes in order that do not overlap', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = patchText(before, after);
        expect(apply(before, changes)).toBe(after);
        changes.forEach(({ from, to }, index) => {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(before.length);
          if (index > 0) expect(from).toBeGreaterThanOrEqual(changes[index - 1]?.to ?? 0);
        });
      }),
    );
  });

  it('leaves alone what stands between two changed lines', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', ''];
    const changed = ['A', 'b', 'c', 'd', 'E', ''];
    expect(patchText(lines.join('\n'), changed.join('\n'))).toEqual([
      { from: 0, to: 2, insert: 'A\n' },
      { from: 8, to: 10, insert: 'E\n' },
    ]);
  });
});
