// `throttle`: the place that it asks for.

import { expect, test } from 'vitest';
import { configured, visit } from '../../support/flow-visit.ts';

const hourMs = 3_600_000;

test('it asks for a place that is not too late', () => {
  expect(visit('throttle', { limit: 100, per: 'hour', within: '48h' }, { now: 1_000 })).toEqual({
    place: { limit: 100, per: 'hour', granted: 'granted', full: 'full', latest: 1_000 + 48 * hourMs },
  });
});

test('whoever leaves takes a place now or none', () => {
  expect(visit('throttle', { limit: 100, per: 'day', full: 'leave' }, { now: 1_000 })).toMatchObject({
    place: { latest: 1_000 },
  });
});

test('the wait for a place has a bound', () => {
  const longest = (with_: object) => {
    const { node, config } = configured('throttle', { limit: 1, per: 'minute', ...with_ });
    return node.longestMs?.(config, { expires: 'P1D' });
  };
  expect([longest({ within: '48h' }), longest({ full: 'leave' })]).toEqual([48 * hourMs, 0]);
});
