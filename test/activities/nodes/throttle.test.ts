// `throttle`: the place that it asks for.

import { expect, test } from 'vitest';
import { configured, visit } from '../../support/flow-visit.ts';

test('asks for a place', () => {
  expect(visit('throttle', { limit: 100, per: 'hour' })).toEqual({
    place: { limit: 100, per: 'hour', granted: 'granted' },
  });
  expect(visit('throttle', { limit: 100, per: 'day', full: 'leave' })).toEqual({
    place: { limit: 100, per: 'day', granted: 'granted', full: 'full' },
  });
});

test('has the outcome full only where people leave', () => {
  const outcomes = (full: string) => {
    const { node, config } = configured('throttle', { limit: 1, per: 'minute', full });
    return node.outcomes(config);
  };
  expect([outcomes('wait'), outcomes('leave')]).toEqual([['granted'], ['granted', 'full']]);
});
