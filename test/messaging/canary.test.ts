import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeCanary, neededOf } from '../../src/messaging/canary.ts';

const ten = { first: 10, atLeast: 0.9, admitted: 10, delivered: 0, failed: 0 };

describe('a canary of ten people with nine needed', () => {
  test.each([
    ['nobody was heard of', {}, false, undefined],
    ['eight are delivered', { delivered: 8 }, false, undefined],
    ['nine are delivered', { delivered: 9 }, false, 'open'],
    ['nine are delivered late', { delivered: 9 }, true, 'open'],
    ['one has failed', { delivered: 8, failed: 1 }, false, undefined],
    ['two have failed: nine can not be reached', { delivered: 5, failed: 2 }, false, 'stopped'],
    ['eight are delivered when the time is over', { delivered: 8 }, true, 'stopped'],
  ])('when %s', (_when, change, isTimeOver, state) => {
    expect(judgeCanary({ ...ten, ...change }, isTimeOver)).toBe(state);
  });
});

test('a share of 0.9 of ten is nine, and nothing needed opens at once', () => {
  expect(neededOf({ first: 10, atLeast: 0.9 })).toBe(9);
  expect(neededOf({ first: 3, atLeast: 0.9 })).toBe(3);
  expect(judgeCanary({ ...ten, atLeast: 0 }, false)).toBe('open');
});

test('what is decided early is what would be decided with all evidence in', () => {
  const counts = fc.integer({ min: 1, max: 50 }).chain((first) =>
    fc.record({
      first: fc.constant(first),
      admitted: fc.constant(first),
      atLeast: fc.double({ min: 0, max: 1, noNaN: true }),
      fates: fc.array(fc.boolean(), { minLength: first, maxLength: first }),
      known: fc.integer({ min: 0, max: first }),
    }),
  );
  fc.assert(
    fc.property(counts, ({ fates, known, ...canary }) => {
      const count = (some: readonly boolean[]) => ({
        delivered: some.filter((is) => is).length,
        failed: some.filter((is) => !is).length,
      });
      const early = judgeCanary({ ...canary, ...count(fates.slice(0, known)) }, false);
      const all = judgeCanary({ ...canary, ...count(fates) }, true);
      expect(early ?? all).toBe(all);
    }),
  );
});
