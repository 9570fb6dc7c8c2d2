// `branch`: the first case that holds.

import { expect, test } from 'vitest';
import { refusalsOf, visit } from '../../support/flow-visit.ts';

const cases = [
  { name: 'big', if: 'event.total > 100' },
  { name: 'small', if: 'event.total > 1' },
];

test.each([
  [1_000, 'big'],
  [10, 'small'],
  [1, 'else'],
])('a total of %d is %s', (total, outcome) => {
  expect(visit('branch', { cases }, { event: { total } })).toEqual({ outcome });
});

test('a condition that is neither true nor false chooses nothing', () => {
  const odd = { cases: [{ name: 'yes', if: 'event.total' }] };
  expect(() => visit('branch', odd, { event: { total: 1 } })).toThrow(
    expect.objectContaining({ code: 'NODE_CONDITION_TYPE', retryable: false }),
  );
});

test('it refuses a case called else, and two cases of one name', () => {
  const named = (...names: string[]) => ({ cases: names.map((name) => ({ name, if: 'true' })) });
  expect(refusalsOf('branch', named('else'))).not.toEqual([]);
  expect(refusalsOf('branch', named('a', 'a'))).toEqual(['cases.1.name: duplicate']);
});
