// `delay`: until when, in whose zone, and what if it is over already.

import { describe, expect, test } from 'vitest';
import { at, configured, refusalsOf, visit } from '../../support/flow-visit.ts';

const monday = at('2026-11-23T10:00:00+09:00');

function until(spec: object, more: Parameters<typeof visit>[2] = {}): string | undefined {
  const answer = visit('delay', { until: spec }, { now: monday, ...more });
  if (answer === undefined) return undefined;
  return 'due' in answer ? new Date(answer.due).toISOString() : 'outcome' in answer ? answer.outcome : '';
}

describe('delay for a duration', () => {
  test('is exact below a day, so that no activity is needed', () => {
    const { node, config } = configured('delay', { for: '2h' });
    expect(node.chart({ config, node: 'a' })).toMatchObject({
      initial: 'waiting',
      states: { waiting: { after: { 7200000: {} } } },
    });
  });

  test('keeps the time of day from a day on', () => {
    const now = at('2026-03-28T12:00:00+01:00');
    expect(visit('delay', { for: 'P1D' }, { now, timeZone: 'Europe/Berlin' })).toEqual({
      due: at('2026-03-29T12:00:00+02:00'),
    });
  });
});

describe('delay until', () => {
  test.each([
    ['a date', { date: '2026-12-24', at: '09:00' }, '2026-12-24T00:00:00.000Z'],
    [
      'a date in another zone',
      { date: '2026-12-24', at: '09:00', timeZone: 'Europe/Berlin' },
      '2026-12-24T08:00:00.000Z',
    ],
    ['a date that is over', { date: '2026-11-22', at: '09:00' }, 'passed'],
    ['this very moment', { date: '2026-11-23', at: '10:00' }, '2026-11-23T01:00:00.000Z'],
    ['the next such time', { at: '09:00' }, '2026-11-24T00:00:00.000Z'],
    ['a time still to come today', { at: '11:30' }, '2026-11-23T02:30:00.000Z'],
    ['the same time: tomorrow', { at: '10:00' }, '2026-11-24T01:00:00.000Z'],
    ['a weekday', { weekdays: ['friday', 'thursday'], at: '09:00' }, '2026-11-26T00:00:00.000Z'],
    ['the same weekday, later', { weekdays: ['monday'], at: '18:00' }, '2026-11-23T09:00:00.000Z'],
    ['the same weekday, over', { weekdays: ['monday'], at: '09:00' }, '2026-11-30T00:00:00.000Z'],
  ])('%s', (_what, spec, expected) => expect(until(spec)).toBe(expected));

  test.each([
    ['an instant', '2026-12-24T15:00:00+09:00', {}, '2026-12-24T06:00:00.000Z'],
    ['two days before it', '2026-12-24T15:00:00+09:00', { minus: 'P2D' }, '2026-12-22T06:00:00.000Z'],
    [
      'two days before it, at nine',
      '2026-12-24T15:00:00+09:00',
      { minus: 'P2D', at: '09:00' },
      '2026-12-22T00:00:00.000Z',
    ],
    ['90 minutes after it', '2026-12-24T15:00:00Z', { plus: '90m' }, '2026-12-24T16:30:00.000Z'],
    ['the first moment of a date', '2026-12-24', {}, '2026-12-23T15:00:00.000Z'],
    ['a time on a date', '2026-12-24', { at: '09:00' }, '2026-12-24T00:00:00.000Z'],
    ['a local time', '2026-12-24T08:00', {}, '2026-12-23T23:00:00.000Z'],
    ['a date that is over', '2026-11-24', { minus: 'P2D' }, 'passed'],
    ['no date', 'soon', {}, 'missing'],
    ['a number', 20_261_224, {}, 'missing'],
    ['a day that the calendar lacks', '2026-02-30', {}, 'missing'],
  ])("the person's own date: %s", (_what, appointmentAt, spec, expected) => {
    expect(until({ value: 'person.appointmentAt', ...spec }, { person: { appointmentAt } })).toBe(expected);
  });

  test('an attribute that the person does not have is missing', () => {
    expect(until({ value: 'person.appointmentAt' })).toBe('missing');
  });

  test('a CEL timestamp', () => {
    expect(until({ value: "now + duration('2h')" })).toBe('2026-11-23T03:00:00.000Z');
  });
});

test('outcomes are those that can happen', () => {
  const outcomes = (with_: object) => {
    const { node, config } = configured('delay', with_);
    return node.outcomes(config);
  };
  expect(outcomes({ for: 'P1D' })).toEqual(['done']);
  expect(outcomes({ until: { at: '09:00' } })).toEqual(['done']);
  expect(outcomes({ until: { date: '2026-12-24', at: '09:00' } })).toEqual(['done', 'passed']);
  expect(outcomes({ until: { value: 'person.a' } })).toEqual(['done', 'passed', 'missing']);
});

test('the longest time is known unless a date decides', () => {
  const longest = (with_: object) => {
    const { node, config } = configured('delay', with_);
    return (node.longestMs?.(config, { expires: 'P1D' }) ?? 0) / 86_400_000;
  };
  expect(longest({ for: '12h' })).toBe(0.5);
  expect(longest({ until: { at: '09:00' } })).toBe(2);
  expect(longest({ until: { weekdays: ['monday'], at: '09:00' } })).toBe(8);
  expect(longest({ until: { value: 'person.a' } })).toBe(Number.POSITIVE_INFINITY);
});

test('no time passes for sure unless a duration says so', () => {
  const shortest = (with_: object) => {
    const { node, config } = configured('delay', with_);
    return node.shortestMs?.(config, 'done', { expires: 'P1D' });
  };
  expect([shortest({ for: '12h' }), shortest({ until: { at: '09:00' } })]).toEqual([43_200_000, 0]);
});

test.each([
  ['soon', { for: 'soon' }],
  ['no such date', { until: { date: '2027-02-29', at: '09:00' } }],
  ['no such zone', { until: { at: '09:00', timeZone: 'Asia/Soul' } }],
  ['no such time', { until: { at: '24:00' } }],
  ['minus and plus', { until: { value: 'person.a', minus: '1h', plus: '1h' } }],
  ['for and until', { for: '1h', until: { at: '09:00' } }],
  ['nothing', {}],
])('it refuses %s', (_what, with_) => expect(refusalsOf('delay', with_)).not.toEqual([]));
