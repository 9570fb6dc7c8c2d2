import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nestsTooDeep } from '../../../src/whatsapp/webhook/nesting.ts';

test.each([
  ['[]', 1, false],
  ['[[]]', 1, true],
  ['[{"a":[]}]', 3, false],
  ['[{"a":[]}]', 2, true],
  ['"[[[["', 1, false],
  ['"\\"[[[["', 1, false],
  ['["\\\\",[[]]]', 2, true],
  ['[],[],[]', 1, false],
])('%s deeper than %i: %s', (json, limit, expected) => {
  expect(nestsTooDeep(json, limit)).toBe(expected);
});

test('it agrees with the parsed value', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 5 }), (json, limit) => {
      expect(nestsTooDeep(json, limit)).toBe(depthOf(JSON.parse(json)) > limit);
    }),
  );
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
