// Time zones of every kind and moments near the switches of their clocks, for laws about calendars. What the clock on
// the wall shows is read from Intl, not from the library under test.

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** No switches, both hemispheres, half and quarter hours, a half-hour switch, switches at midnight, Ramadan, a lost day. */
export const zones = (
  'Asia/Seoul Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Kabul Asia/Yangon Asia/Beirut Asia/Jerusalem ' +
  'Asia/Gaza Europe/Berlin Europe/London Europe/Dublin Europe/Chisinau Europe/Istanbul Europe/Lisbon ' +
  'America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/St_Johns ' +
  'America/Havana America/Santiago America/Asuncion America/Sao_Paulo America/Caracas America/Nuuk America/Toronto ' +
  'Atlantic/Azores Africa/Cairo Africa/Casablanca Africa/Lagos Africa/Johannesburg Australia/Sydney ' +
  'Australia/Lord_Howe Australia/Adelaide Australia/Eucla Pacific/Auckland Pacific/Chatham Pacific/Kiritimati ' +
  'Pacific/Apia Pacific/Norfolk UTC'
).split(' ');

/** `HH:MM`, by quarters of an hour: finer than any switch. */
export const clockTimes = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(n >> 2).padStart(2, '0')}:${String((n & 3) * 15).padStart(2, '0')}`);

/** Moments near a switch of the zone's clock where it has one, else any moment. */
export const moments = fc
  .record({
    zone: fc.constantFrom(...zones),
    start: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) }),
    beside: fc.integer({ min: -30 * 3_600_000, max: 30 * 3_600_000 }),
  })
  .map(({ zone, start, beside }) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    const change = zoned.getTimeZoneTransition('next');
    return { zone, now: (change?.epochMilliseconds ?? start) + beside };
  });

const formats = new Map<string, Intl.DateTimeFormat>();

/** Reads the wall of the zone: `YYYY-MM-DD`, `monday`, `HH:MM`. */
export function readWall(
  timeZone: string,
): (time: number) => { date: string; weekday: string; time: string } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      weekday: 'long',
      ...{ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    });
  formats.set(timeZone, format);
  return (time) => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    return {
      date: `${parts['year']}-${parts['month']}-${parts['day']}`,
      weekday: (parts['weekday'] ?? '').toLowerCase(),
      time: `${parts['hour']}:${parts['minute']}`,
    };
  };
}
