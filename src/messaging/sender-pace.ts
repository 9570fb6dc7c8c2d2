// The rate that a sender may go by at a moment: what Meta allows the number, less what people write to it, cut in half
// by 130429 and recovering step by step (F§1.6). Pure; real time in epoch milliseconds.

import { lowestRate } from './sender-rate.ts';

export interface Pace {
  /** What Meta allows the number. */
  readonly perSecond: number;
  readonly slowedTo?: number;
  readonly slowedAt?: number;
  readonly inboundPerSecond: number;
}

/** What people write to the number, as each process that hears them last measured it. */
export interface InboundRates {
  readonly [meter: string]: { readonly perSecond: number; readonly at: number };
}

/** What was measured in the last second counts for so long: whoever measures does so each second. */
const inboundCountsMs = 3_000;

/** Of all meters together, per second. */
export function inboundNow(rates: InboundRates, now: number): number {
  return listFresh(rates, now).reduce((sum, [, { perSecond }]) => sum + perSecond, 0);
}

/** A meter tells anew; those that have fallen silent are forgotten. */
export function withInbound(
  rates: InboundRates,
  { meter, perSecond, now }: { readonly meter: string; readonly perSecond: number; readonly now: number },
): InboundRates {
  const others = listFresh(rates, now).filter(([other]) => other !== meter);
  return Object.fromEntries(perSecond === 0 ? others : [...others, [meter, { perSecond, at: now }]]);
}

function listFresh(rates: InboundRates, now: number) {
  return Object.entries(rates).filter(([, { at }]) => now - at <= inboundCountsMs);
}

const recoverStepMs = 10_000;
/** Of what the number may do. */
const recoverStep = 0.1;
/** All that was in flight is refused together: that is one reason to slow down, not many. */
const slowAgainAfterMs = 2_000;

/** What may go out now, per second. */
export function paceNow(pace: Pace, now: number): number {
  return Math.max(lowestRate, Math.floor(recovered(pace, now) - pace.inboundPerSecond));
}

/** After a 130429; undefined where the last one was just now. */
export function slowDown(pace: Pace, now: number): Required<Pick<Pace, 'slowedTo' | 'slowedAt'>> | undefined {
  if (pace.slowedAt !== undefined && now - pace.slowedAt < slowAgainAfterMs) return undefined;
  return { slowedTo: Math.max(lowestRate, Math.floor(recovered(pace, now) / 2)), slowedAt: now };
}

function recovered({ perSecond, slowedTo, slowedAt }: Pace, now: number): number {
  if (slowedTo === undefined || slowedAt === undefined) return perSecond;
  const steps = Math.floor(Math.max(0, now - slowedAt) / recoverStepMs);
  return Math.min(perSecond, slowedTo + steps * recoverStep * perSecond);
}
