import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  DurationError,
  findDuration,
  toExactMs,
  toMaximumMs,
} from '../../src/journey/duration.ts';
import { zones } from '../support/zones.ts';

const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) });
const hourMs = 3_600_000;

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const wallClock = (ms: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDateTime();

describe('durations', () => {
  it.each([
    ['90s', 90_000],
    ['30m', 30 * 60_000],
    ['24h', 24 * hourMs],
    ['PT2H', 2 * hourMs],
    ['PT1H30M5S', 5_405_000],
    ['PT0S', 0],
  ])('%s is exactly %d ms', (text, ms) => expect(toExactMs(text)).toBe(ms));

  it.each(['1d', '2w', 'P1D', 'P1M', 'P1Y', 'P1DT1H'])('%s depends on the calendar', (text) => {
    expect(toExactMs(text)).toBeUndefined();
  });

  it.each([
    '',
    'P',
    'PT',
    '1',
    'h',
    '-1h',
    '1.5h',
    'P-1D',
    '1h30m',
    'p1d',
    '24H',
    '1000000000h',
    ' 1h',
    'P1H',
  ])('"%s" is none', (text) => {
    expect(findDuration(text)).toBeUndefined();
    expect(() => addDuration(0, text, 'UTC')).toThrow(DurationError);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => addDuration(0, 'P1D', 'Asia/Soul')).toThrow(
      expect.objectContaining({ code: 'DURATION_ZONE' }),
    );
  });

  it('ends with the jump where the clock skips its end in spring', () => {
    const end = addDuration(at('2026-03-07T07:30:00Z'), 'P1D', 'America/New_York');
    expect(wallClock(end, 'America/New_York').toString()).toBe('2026-03-08T03:00:00');
  });

  it('takes the first of two in the overlap in autumn', () => {
    expect(addDuration(at('2026-10-31T05:30:00Z'), '1d', 'America/New_York')).toBe(
      at('2026-11-01T05:30:00Z'),
    );
  });

  it('knows a day of 23, of 25 and of 24 hours', () => {
    const day = (start: string) => (addDuration(at(start), 'P1D', 'Europe/Berlin') - at(start)) / hourMs;
    expect([day('2026-03-28T11:00:00Z'), day('2026-10-24T10:00:00Z'), day('2026-06-01T10:00:00Z')]).toEqual([
      23, 25, 24,
    ]);
  });

  it('adds hours exactly, in every zone', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 0, max: 10_000 }), (start, timeZone, hours) => {
        expect(addDuration(start, `${hours}h`, timeZone)).toBe(start + hours * hourMs);
      }),
    );
  });

  it('keeps the time of day over calendar days, or moves forward by at most a gap', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 800 }), (start, timeZone, days) => {
        const wanted = wallClock(start, timeZone).add({ days });
        const reached = wallClock(addDuration(start, `${days}d`, timeZone), timeZone);
        const late = wanted.until(reached).total('hours');
        // Apia skipped a whole day in 2011; elsewhere a gap is an hour or less.
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(timeZone === 'Pacific/Apia' ? 24 : 1);
      }),
    );
  });

  it('is never earlier for a longer duration, and never later than its maximum', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 0, max: 400 }), (start, timeZone, days) => {
        const shorter = addDuration(start, `P${days}D`, timeZone);
        const longer = addDuration(start, `P${days + 1}D`, timeZone);
        expect(longer).toBeGreaterThanOrEqual(shorter);
        expect(longer - start).toBeLessThanOrEqual(toMaximumMs(`P${days + 1}D`));
      }),
    );
  });
});
