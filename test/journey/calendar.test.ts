// Times that people mean, over zones and switches of the clock. The wall is read by Intl, not by the code under test.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNext, findShifted, instantOf, isCalendarDate } from '../../src/journey/calendar.ts';
import { addDuration } from '../../src/journey/duration.ts';
import { weekdays } from '../../src/journey/entry.ts';
import { clockTimes, moments, readWall, zones } from '../support/zones.ts';

const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
const minute = 60_000;
const quarter = 15 * minute;

describe('a clock that jumps', () => {
  const berlin = { at: '02:30', timeZone: 'Europe/Berlin' };

  test('forward: a time that it skips is the moment of the jump', () => {
    expect(iso(instantOf('2026-03-29', berlin))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(findNext(at('2026-03-28T12:00Z'), berlin))).toBe('2026-03-29T01:00:00.000Z');
  });

  test('back: a time that it shows twice happens once', () => {
    const first = at('2026-10-25T00:30Z');
    expect(instantOf('2026-10-25', berlin)).toBe(first);
    expect(iso(findNext(first, berlin))).toBe('2026-10-26T01:30:00.000Z');
  });

  test('over a whole day: that day is the moment of the jump', () => {
    const apia = { at: '09:00', timeZone: 'Pacific/Apia' };
    expect(iso(instantOf('2011-12-30', apia))).toBe('2011-12-30T10:00:00.000Z');
    expect(iso(findNext(at('2011-12-30T05:00Z'), { ...apia, weekdays: ['friday'] }))).toBe(
      '2011-12-30T10:00:00.000Z',
    );
  });

  test('at midnight: the day begins with the jump', () => {
    const cairo = { timeZone: 'Africa/Cairo' };
    expect(iso(findShifted('2026-04-24', cairo))).toBe('2026-04-23T22:00:00.000Z');
    expect(iso(findShifted('2026-04-26', { ...cairo, minus: 'P2D' }))).toBe('2026-04-23T22:00:00.000Z');
    expect(iso(findShifted('2026-04-24', { ...cairo, minus: 'P2D' }))).toBe('2026-04-21T22:00:00.000Z');
  });
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['tomorrow', false],
])('%s is a date: %s', (text, is) => expect(isCalendarDate(text)).toBe(is));

describe(`in each of ${zones.length} zones, whatever its clock does`, () => {
  const days = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 });

  /** The clock shows this at that moment, or has just jumped over it. */
  const isDue = (zone: string, time: number, shows: string) => {
    const wall = readWall(zone);
    if (wall(time).time === shows) return true;
    return jumpedOver(wall(time - 1), wall(time), shows);
  };

  test('the next such time is the first after now on a day that counts', () => {
    fc.assert(
      fc.property(moments, clockTimes, days, ({ zone, now }, shows, counted) => {
        const next = findNext(now, { at: shows, weekdays: counted, timeZone: zone });
        expect(next).toBeGreaterThan(now);
        expect(isDue(zone, next, shows)).toBe(true);
        const wall = readWall(zone);
        for (let time = nextQuarter(now); time < next; time += quarter) {
          const { weekday, time: shown } = wall(time);
          if (shown !== shows || !counted.includes(weekday as (typeof weekdays)[number])) continue;
          // The second time that it is shown on this day.
          expect(instantOf(wall(time).date, { at: shows, timeZone: zone })).toBeLessThan(time);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a time on a date is shown on that date, or skipped by it', () => {
    fc.assert(
      fc.property(moments, clockTimes, ({ zone, now }, shows) => {
        const { date } = readWall(zone)(now);
        const instant = instantOf(date, { at: shows, timeZone: zone });
        expect(isDue(zone, instant, shows)).toBe(true);
        if (readWall(zone)(instant).time === shows) expect(readWall(zone)(instant).date).toBe(date);
      }),
      { numRuns: 1_000 },
    );
  });

  test('days before or after an instant keep its time on the wall, hours are exact', () => {
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(moments, count, fc.boolean(), ({ zone, now }, n, isBefore) => {
        const by = (duration: string) =>
          findShifted(new Date(now).toISOString(), {
            timeZone: zone,
            [isBefore ? 'minus' : 'plus']: duration,
          }) ?? 0;
        const moved = by(`P${n}D`);
        expect(isDue(zone, moved - (moved % minute), readWall(zone)(now).time)).toBe(true);
        expect(Math.abs(Math.round((moved - now) / 86_400_000))).toBe(n);
        expect(by(`PT${n}H`)).toBe(now + (isBefore ? -n : n) * 3_600_000);
        if (!isBefore) expect(moved).toBe(addDuration(now, `P${n}D`, zone));
      }),
      { numRuns: 1_000 },
    );
  });
});

type Wall = ReturnType<ReturnType<typeof readWall>>;

/** Did the clock jump from `before` to `after` over this time, perhaps over midnight? */
function jumpedOver(before: Wall, after: Wall, shows: string): boolean {
  if (before.date === after.date) return before.time < shows && shows < after.time;
  return shows > before.time || shows < after.time;
}

function nextQuarter(time: number): number {
  return (Math.floor(time / quarter) + 1) * quarter;
}
