// Durations of the language: ISO 8601 or `30m`, `24h`, `7d`. Days and longer are calendar time in the person's
// zone, hours and shorter are exact. Pure; runs in Node and browsers, never in the workflow sandbox.

import { durationPattern } from './fields.ts';
import { fromWallTime, toWallTime } from './wall-time.ts';

/** A parsed duration: calendar parts and an exact rest. All whole and not negative. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  /** Hours, minutes and seconds together, in milliseconds. */
  readonly exactMs: number;
}

/** The text is no duration of the language, or the zone or the resulting instant does not exist. */
export class DurationError extends Error {
  override readonly name = 'DurationError';
  readonly code: 'DURATION_SYNTAX' | 'DURATION_ZONE' | 'DURATION_RANGE';

  constructor(code: DurationError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const nothing: Duration = { years: 0, months: 0, weeks: 0, days: 0, exactMs: 0 };
const isoParts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Journeys say the same few durations again and again. */
const remembered = new Map<string, Duration>();
const rememberedLimit = 500;

/** The duration, or undefined where the text is none. Never throws. */
export function findDuration(text: string): Duration | undefined {
  const known = remembered.get(text);
  if (known !== undefined || !durationPattern.test(text)) return known;
  const duration = text.startsWith('P') ? parseIso(text) : parseShort(text);
  if (remembered.size >= rememberedLimit) remembered.clear();
  remembered.set(text, duration);
  return duration;
}

/** @throws DurationError `DURATION_SYNTAX` where the text is no duration of the language. */
export function parseDuration(text: string): Duration {
  const duration = findDuration(text);
  if (duration === undefined) {
    throw new DurationError('DURATION_SYNTAX', 'Expected a duration such as 30m, 24h, 7d, P1D or PT2H.');
  }
  return duration;
}

/** Milliseconds of a duration without calendar parts; undefined where it depends on the calendar. */
export function toExactMs(text: string): number | undefined {
  const duration = parseDuration(text);
  return hasCalendarPart(duration) ? undefined : duration.exactMs;
}

/**
 * An upper bound in milliseconds that holds in every zone: for limits such as "longer than two years".
 * Months count 31 days, years 366, and each duration with calendar parts one day for changes of offset.
 */
export function toMaximumMs(text: string): number {
  const duration = parseDuration(text);
  const days = duration.years * 366 + duration.months * 31 + duration.weeks * 7 + duration.days;
  return (days + (hasCalendarPart(duration) ? 1 : 0)) * 24 * hourMs + duration.exactMs;
}

/**
 * A lower bound in milliseconds: each duration with calendar parts two hours less for changes of offset. A zone that
 * skips a whole day at the date line, as one last did in 2011, is not reckoned with.
 */
export function toMinimumMs(text: string): number {
  const duration = parseDuration(text);
  const days = duration.years * 365 + duration.months * 28 + duration.weeks * 7 + duration.days;
  return Math.max(0, days * 24 - (hasCalendarPart(duration) ? 2 : 0)) * hourMs + duration.exactMs;
}

/**
 * The instant after the duration, in epoch milliseconds. Calendar parts keep the wall-clock time in the zone: in
 * a gap it is the moment of the jump, in an overlap the first of the two. Then the exact part is added.
 *
 * @param atMs epoch milliseconds
 * @param timeZone IANA name, e.g. `Asia/Seoul`
 * @throws DurationError where the text is no duration, the zone unknown or the result beyond the calendar
 */
export function addDuration(atMs: number, text: string, timeZone: string): number {
  const { exactMs, ...calendar } = parseDuration(text);
  if (!hasCalendarPart({ exactMs, ...calendar })) return atMs + exactMs;
  const wall = toWall(atMs, timeZone);
  try {
    return fromWallTime(wall.add(calendar), timeZone) + exactMs;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DurationError('DURATION_RANGE', 'The end of the duration lies beyond the calendar.');
  }
}

function toWall(atMs: number, timeZone: string): ReturnType<typeof toWallTime> {
  try {
    return toWallTime(atMs, timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DurationError(
      'DURATION_ZONE',
      'The time zone is not known; expected a name such as Asia/Seoul.',
    );
  }
}

function hasCalendarPart(duration: Duration): boolean {
  return duration.years + duration.months + duration.weeks + duration.days > 0;
}

function parseShort(text: string): Duration {
  const amount = Number(text.slice(0, -1));
  switch (text.at(-1)) {
    case 's':
      return { ...nothing, exactMs: amount * secondMs };
    case 'm':
      return { ...nothing, exactMs: amount * minuteMs };
    case 'h':
      return { ...nothing, exactMs: amount * hourMs };
    case 'd':
      return { ...nothing, days: amount };
    default:
      return { ...nothing, weeks: amount };
  }
}

function parseIso(text: string): Duration {
  const parts = isoParts.exec(text) ?? [];
  const part = (index: number) => Number(parts[index] ?? 0);
  return {
    years: part(1),
    months: part(2),
    weeks: part(3),
    days: part(4),
    exactMs: part(5) * hourMs + part(6) * minuteMs + part(7) * secondMs,
  };
}
