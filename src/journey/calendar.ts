// Times that people mean: on a date at nine, next Monday, two days before the appointment. In a time zone, by the rule
// of `wall-time.ts` where the clock jumps. Instants are epoch milliseconds. Pure; runs in Node and browsers.

import { Temporal } from 'temporal-polyfill';
import { parseDuration } from './duration.ts';
import { type Weekday, weekdays } from './entry.ts';
import { fromWallTime, toWallTime } from './wall-time.ts';

/** A time of day, on some days of the week only where they are named. */
export interface ClockTime {
  /** `09:00` */
  readonly at: string;
  readonly weekdays?: readonly Weekday[] | undefined;
  readonly timeZone: string;
}

/** How a time is moved: by one duration of the language, then to a time on the day it came to. */
export interface Shift {
  readonly minus?: string | undefined;
  readonly plus?: string | undefined;
  readonly at?: string | undefined;
  readonly timeZone: string;
}

/** True for a date that the calendar has: `2028-02-29`, never `2027-02-29`. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && findWallTime(text) !== undefined;
}

/** The instant of a time on a date. Throws RangeError where the calendar has no such date. */
export function instantOf(date: string, { at, timeZone }: ClockTime): number {
  return onDay(Temporal.PlainDate.from(date), at, timeZone);
}

/** The first time after `nowMs` at which the clock shows this. */
export function findNext(nowMs: number, { at, weekdays: days = weekdays, timeZone }: ClockTime): number {
  let date = toWallTime(nowMs, timeZone).toPlainDate();
  for (;;) {
    const instant = onDay(date, at, timeZone);
    if (instant > nowMs && days.includes(weekdayOf(date))) return instant;
    date = date.add({ days: 1 });
  }
}

/**
 * The instant that a value of somebody's data means, moved. Understands ISO 8601: an instant with its offset, a local
 * date with or without a time of day (then its first moment).
 *
 * @returns undefined where the value is nothing of the kind
 */
export function findShifted(value: unknown, shift: Shift): number | undefined {
  if (typeof value !== 'string') return undefined;
  const { timeZone, at } = shift;
  const instant = findInstant(value);
  const wall = instant === undefined ? findWallTime(value) : toWallTime(instant, timeZone);
  if (wall === undefined) return undefined;
  const shifted = move(wall, instant ?? fromWallTime(wall, timeZone), shift);
  return at === undefined ? shifted : onDay(toWallTime(shifted, timeZone).toPlainDate(), at, timeZone);
}

/** Calendar parts move the time on the wall; the exact rest, the instant. */
function move(wall: Temporal.PlainDateTime, instant: number, { minus, plus, timeZone }: Shift): number {
  const { exactMs, ...calendar } = parseDuration(minus ?? plus ?? 'PT0S');
  const moved = minus === undefined ? wall.add(calendar) : wall.subtract(calendar);
  const from = moved.equals(wall) ? instant : fromWallTime(moved, timeZone);
  return minus === undefined ? from + exactMs : from - exactMs;
}

function onDay(date: Temporal.PlainDate, at: string, timeZone: string): number {
  return fromWallTime(date.toPlainDateTime(Temporal.PlainTime.from(at)), timeZone);
}

function weekdayOf(date: Temporal.PlainDate): Weekday {
  return weekdays[date.dayOfWeek - 1] ?? 'monday';
}

function findInstant(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function findWallTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
