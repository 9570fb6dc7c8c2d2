// A duration as a number and a unit, and back in its shortest form: `2h`, `P1D`. Pure.

import { findDuration } from '../../journey/duration.ts';

export const durationUnits = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export interface DurationParts {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const exact = [
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;
const calendar = [
  { unit: 'year', of: 'years' },
  { unit: 'month', of: 'months' },
  { unit: 'week', of: 'weeks' },
  { unit: 'day', of: 'days' },
] as const;

/** Undefined where it takes more than one unit (`P1DT12H`), or is no duration. */
export function toParts(text: string): DurationParts | undefined {
  const duration = findDuration(text);
  if (duration === undefined) return undefined;
  const used = calendar.filter(({ of }) => duration[of] > 0);
  const [only] = used;
  if (only !== undefined) {
    if (used.length > 1 || duration.exactMs > 0) return undefined;
    return { amount: duration[only.of], unit: only.unit };
  }
  return toExactParts(text, duration.exactMs);
}

/** `24h` stays a number of hours: a day is something else where clocks change. `90m` stays minutes. */
function toExactParts(text: string, exactMs: number): DurationParts {
  const written = { s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week' } as const;
  const last = text.at(-1) ?? '';
  if (!text.startsWith('P') && last in written) {
    return { amount: Number(text.slice(0, -1)), unit: written[last as keyof typeof written] };
  }
  const whole = exact.find(({ ms }) => exactMs > 0 && exactMs % ms === 0) ?? exact[2];
  return { amount: exactMs / whole.ms, unit: whole.unit };
}

/** @param amount whole and not negative */
export function fromParts({ amount, unit }: DurationParts): string {
  switch (unit) {
    case 'second':
      return `${amount}s`;
    case 'minute':
      return `${amount}m`;
    case 'hour':
      return `${amount}h`;
    default:
      return `P${amount}${unit.charAt(0).toUpperCase()}`;
  }
}
