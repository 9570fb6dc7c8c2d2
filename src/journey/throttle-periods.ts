// The periods in which a throttle gives away its places: fixed, one after the other, so that all people count in the
// same ones. Pure.

const minuteMs = 60_000;

const lengthsMs = { minute: minuteMs, hour: 60 * minuteMs, day: 24 * 60 * minuteMs } as const;

/** The period that an instant lies in, in epoch milliseconds and milliseconds. Days are those of UTC. */
export function toThrottlePeriod(
  now: number,
  per: 'minute' | 'hour' | 'day',
): { readonly startsAt: number; readonly periodMs: number } {
  const periodMs = lengthsMs[per];
  return { startsAt: Math.floor(now / periodMs) * periodMs, periodMs };
}
