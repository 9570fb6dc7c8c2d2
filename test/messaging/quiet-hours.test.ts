// Quiet hours over zones and switches of the clock. The local time is read by Intl here, not by the code under test.

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../src/messaging/policies/quiet-hours.ts';
import { clockTimes, moments, readWall, zones } from '../support/zones.ts';

const night = { from: '21:00', to: '08:00' };
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const until = (now: string, zone: string, hours = night) => {
  const end = quietUntil(at(now), zone, hours);
  return end === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(end).toString();
};

describe('quiet hours', () => {
  test.each([
    ['begin at their first minute', '2026-05-04T21:00+09:00', '2026-05-04T23:00:00Z'],
    ['last over midnight', '2026-05-05T00:30+09:00', '2026-05-04T23:00:00Z'],
    ['last until the last moment', '2026-05-05T07:59:59.999+09:00', '2026-05-04T23:00:00Z'],
    ['are over at their end', '2026-05-05T08:00+09:00', undefined],
    ['have not begun a moment before', '2026-05-04T20:59:59.999+09:00', undefined],
  ])('%s', (_says, now, end) => {
    expect(until(now, 'Asia/Seoul')).toBe(end);
  });

  test('may lie within a day', () => {
    const lunch = { from: '12:00', to: '13:30' };
    expect(until('2026-05-04T12:10Z', 'UTC', lunch)).toBe('2026-05-04T13:30:00Z');
    expect(until('2026-05-04T13:30Z', 'UTC', lunch)).toBeUndefined();
  });

  test('of no length are none', () => {
    expect(until('2026-05-04T12:00Z', 'UTC', { from: '12:00', to: '12:00' })).toBeUndefined();
  });

  test('are an hour shorter in the night the clock goes forward', () => {
    expect(until('2026-03-28T21:00+01:00', 'Europe/Berlin')).toBe('2026-03-29T06:00:00Z');
  });

  test('that end inside the hour that is skipped end with the jump', () => {
    const early = { from: '21:00', to: '02:30' };
    expect(until('2026-03-29T01:00+01:00', 'Europe/Berlin', early)).toBe('2026-03-29T01:00:00Z');
  });

  test('go on when the jump swallows the time between them', () => {
    const nearlyAlways = { from: '00:15', to: '00:00' };
    expect(until('2024-03-09T23:59:59.999-05:00', 'America/Havana', nearlyAlways)).toBe(
      '2024-03-11T04:00:00Z',
    );
  });

  test('that end inside the hour that comes twice end both times', () => {
    const early = { from: '21:00', to: '02:30' };
    expect(until('2026-10-25T01:00+02:00', 'Europe/Berlin', early)).toBe('2026-10-25T00:30:00Z');
    expect(until('2026-10-25T02:10+01:00', 'Europe/Berlin', early)).toBe('2026-10-25T01:30:00Z');
  });
});

const quarter = 15 * 60_000;

describe('in every zone, whatever its clock does', () => {
  test(`there are ${zones.length} zones, at least forty`, () => {
    expect(zones.length).toBeGreaterThanOrEqual(40);
  });

  test('a message waits exactly until the quiet hours end', () => {
    fc.assert(
      fc.property(moments, clockTimes, clockTimes, ({ zone, now }, from, to) => {
        const wall = readWall(zone);
        const clock = (time: number) => wall(time).time;
        const isQuiet = (time: number) =>
          from < to
            ? clock(time) >= from && clock(time) < to
            : from > to && (clock(time) >= from || clock(time) < to);
        const end = quietUntil(now, zone, { from, to });
        expect(end !== undefined).toBe(isQuiet(now));
        if (end === undefined) return;
        expect(end).toBeGreaterThan(now);
        expect(isQuiet(end)).toBe(false);
        expect(isQuiet(end - 1)).toBe(true);
        for (let time = nextQuarter(now); time < end; time += quarter) expect(clock(time)).not.toBe(to);
      }),
      { numRuns: 1_500 },
    );
  });
});

function nextQuarter(time: number): number {
  return (Math.floor(time / quarter) + 1) * quarter;
}
