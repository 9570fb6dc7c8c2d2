// The journey's quiet hours, in the person's zone: marketing and utility wait for the morning. Codes and answers
// to a person who has just written don't.

import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../gate-facts.ts';

export const quietHours: Policy = ({ category, quietHours: hours, now, timeZone }) => {
  if (hours === undefined || category === 'authentication' || category === 'service') return undefined;
  const until = quietUntil(now, timeZone, hours);
  if (until === undefined) return undefined;
  return { do: 'wait', policy: 'quiet-hours', until, outcome: 'expired', because: { ...hours, until } };
};

/**
 * The end of the quiet hours that `now` lies in, in epoch milliseconds; undefined outside them. `from` later than
 * `to` spans midnight; equal ones mean no quiet hours. An end that the clock jumps over is the moment of the jump,
 * one that comes twice is an end both times.
 */
export function quietUntil(
  now: number,
  timeZone: string,
  { from, to }: { readonly from: string; readonly to: string },
): number | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const endTime = Temporal.PlainTime.from(to);
  if (!isQuiet(local.toPlainTime(), Temporal.PlainTime.from(from), endTime)) return undefined;
  const today = local.toPlainDate();
  const ends = [today, today.add({ days: 1 })].flatMap((date) =>
    instantsOf(date.toPlainDateTime(endTime), timeZone),
  );
  const end = Math.min(...ends.filter((instant) => instant > now));
  // A jump can swallow all the time between two quiet hours: then they go on.
  return quietUntil(end, timeZone, { from, to }) ?? end;
}

/** When the clock on the wall shows this: once, twice when it goes back, or the jump where it is skipped. */
function instantsOf(wall: Temporal.PlainDateTime, timeZone: string): number[] {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const isSkipped = !earlier.toPlainDateTime().equals(wall);
  const jump = isSkipped ? earlier.getTimeZoneTransition('next') : null;
  return jump === null ? [earlier.epochMilliseconds, later.epochMilliseconds] : [jump.epochMilliseconds];
}

function isQuiet(time: Temporal.PlainTime, from: Temporal.PlainTime, to: Temporal.PlainTime): boolean {
  const compare = Temporal.PlainTime.compare;
  const afterFrom = compare(time, from) >= 0;
  const beforeTo = compare(time, to) < 0;
  switch (compare(from, to)) {
    case 0:
      return false;
    case 1:
      return afterFrom || beforeTo;
    default:
      return afterFrom && beforeTo;
  }
}
