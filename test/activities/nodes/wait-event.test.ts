// `wait.event`: which event ends the wait, as what, and which one is passed over.

import { describe, expect, test } from 'vitest';
import type { NodeChart } from '../../../src/machine/chart.ts';
import { configured, refusalsOf, visit } from '../../support/flow-visit.ts';

const placed = (total?: number) => ({
  id: 'evt_1',
  name: 'order.placed',
  data: total === undefined ? {} : { total },
});
const race = {
  events: [
    { event: 'order.placed', if: 'event.total >= 100000', as: 'big' },
    { event: 'order.placed', as: 'small' },
    { event: 'cart.cleared', as: 'lost' },
  ],
  within: '2h',
};

function chartOf(with_: object): NodeChart {
  const { node, config } = configured('wait.event', with_);
  return node.chart({ config, node: 'here' });
}

describe('one event', () => {
  test('without a condition ends the wait by itself', () => {
    expect(chartOf({ event: 'order.placed', within: '2h' })).toMatchObject({
      initial: 'waiting',
      states: {
        waiting: { on: { 'event.order.placed': { actions: [{ params: { outcome: 'received' } }] } } },
      },
    });
  });

  test.each([
    [50_000, { outcome: 'received' }],
    [10, { ignored: true }],
    [undefined, { ignored: true }],
  ])('with a condition is asked: a total of %s', (total, answer) => {
    const with_ = { event: 'order.placed', if: 'event.total >= 30000', within: '2h' };
    expect(visit('wait.event', with_, { heard: placed(total) })).toEqual(answer);
  });
});

describe('several events', () => {
  test.each([
    [placed(200_000), { outcome: 'big' }],
    [placed(5), { outcome: 'small' }],
    [placed(), { outcome: 'small' }],
    [{ id: 'evt_1', name: 'cart.cleared', data: {} }, { outcome: 'lost' }],
    [{ id: 'evt_1', name: 'page.viewed', data: {} }, { ignored: true }],
  ])('%o means %o', (heard, answer) => expect(visit('wait.event', race, { heard })).toEqual(answer));

  test('are asked for only where a condition has to choose', () => {
    const { waiting } = chartOf(race).states;
    expect(waiting?.on?.['event.order.placed']).toMatchObject([
      { guard: { type: 'heard', params: { outcome: 'big' } } },
      { guard: { type: 'heard', params: { outcome: 'small' } } },
    ]);
    expect(waiting?.on?.['event.cart.cleared']).not.toHaveProperty('guard');
  });

  test('have outcomes by their words', () => {
    const { node, config } = configured('wait.event', race);
    expect(node.outcomes(config)).toEqual(['big', 'small', 'lost', 'timeout']);
    expect(node.successes(config)).toEqual(['big', 'small', 'lost']);
    expect(node.events?.(config)).toEqual(['order.placed', 'cart.cleared']);
    expect(node.expressions?.(config)).toEqual([
      {
        path: ['events', 0, 'if'],
        source: 'event.total >= 100000',
        kind: 'condition',
        event: 'order.placed',
        mayMiss: true,
      },
    ]);
  });
});

describe('since the run was entered', () => {
  const with_ = { ...race, since: 'entry' };

  test('it asks first, whatever the duration', () => {
    expect(chartOf(with_).initial).toBe('asking');
    expect(chartOf({ ...race, within: 'P1D' }).initial).toBe('asking');
  });

  test('the first that counts wins', () => {
    const earlier = [{ id: 'evt_1', name: 'page.viewed', data: {} }, placed(1), placed(200_000)];
    expect(visit('wait.event', with_, { earlier })).toEqual({ outcome: 'small' });
  });

  test('it waits where nothing counts', () => {
    const earlier = [placed(1)];
    const strict = { event: 'order.placed', if: 'event.total > 5', within: '2h', since: 'entry' };
    expect(visit('wait.event', strict, { earlier, now: 1_000 })).toEqual({ due: 7_201_000 });
  });

  test('only then does it look back', () => {
    expect(visit('wait.event', { ...race, within: 'P1D' }, { earlier: [placed(1)], now: 0 })).toEqual({
      due: 86_400_000,
    });
  });
});

test.each([
  ['a word that is the time-out', { events: [{ event: 'a', as: 'timeout' }], within: '1h' }],
  ['an event that can never count', { events: [{ event: 'a' }, { event: 'a', if: 'true' }], within: '1h' }],
  ['no events', { events: [], within: '1h' }],
  ['both forms at once', { event: 'a', events: [{ event: 'b' }], within: '1h' }],
  ['no bound', { event: 'a' }],
])('it refuses %s', (_what, with_) => expect(refusalsOf('wait.event', with_)).not.toEqual([]));
