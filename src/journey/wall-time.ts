// The one rule about clocks that jump: a time that the clock skips is the moment of the jump, one that it shows twice
// happens the first time only. Pure; runs in Node and browsers.

import { Temporal } from 'temporal-polyfill';

/** What the clock on the wall of the zone shows at an instant in epoch milliseconds. Throws RangeError on an unknown zone. */
export function toWallTime(atMs: number, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** When the clock on the wall of the zone shows this, in epoch milliseconds. Throws RangeError on an unknown zone. */
export function fromWallTime(wall: Temporal.PlainDateTime, timeZone: string): number {
  const first = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wall)) return first.epochMilliseconds;
  // Skipped: `first` lies before the jump by as much as the jump is long.
  return (first.getTimeZoneTransition('next') ?? first).epochMilliseconds;
}
