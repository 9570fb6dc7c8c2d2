// `journey.run`: a part of this run, or a run of its own.

import { expect, test } from 'vitest';
import { configured, refusalsOf, visit } from '../../support/flow-visit.ts';

const event = { cartId: 'c-1', total: 40_000 };

test('starts a run of its own where it is not awaited', () => {
  const with_ = {
    journey: 'order-help',
    wait: false,
    key: 'event.cartId',
    event: { total: 'event.total' },
  };
  expect(visit('journey.run', with_, { event })).toEqual({
    outcome: 'started',
    changes: [
      {
        kind: 'start',
        journey: 'order-help',
        key: 'c-1',
        event: { total: 40_000 },
        refused: 'refused',
      },
    ],
  });
});

test('is a part of this run where it is awaited', () => {
  const { node, config } = configured('journey.run', { journey: 'order-help' });
  expect([node.inlines?.(config), node.startsJourney?.(config)]).toEqual(['order-help', undefined]);
  const apart = configured('journey.run', { journey: 'order-help', wait: false });
  expect([apart.node.inlines?.(apart.config), apart.node.startsJourney?.(apart.config)]).toEqual([
    undefined,
    'order-help',
  ]);
  expect(apart.node.outcomes(apart.config)).toEqual(['started', 'refused']);
});

test('has a key that is a text or a number', () => {
  const start = (key: string) => visit('journey.run', { journey: 'order-help', wait: false, key }, { event });
  expect(start('7')).toMatchObject({ changes: [{ key: '7' }] });
  expect(() => start('[1]')).toThrow(expect.objectContaining({ code: 'NODE_KEY_TYPE' }));
});

test('refuses key and event where it is awaited', () => {
  expect(refusalsOf('journey.run', { journey: 'order-help', key: "'a'" })).not.toEqual([]);
});
