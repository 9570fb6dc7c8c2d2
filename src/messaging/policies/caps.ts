// Frequency caps hold marketing back: at most so many messages to one person in a moving period, over all journeys.
// A message over a cap is not attempted.

import type { Policy } from '../gate-facts.ts';
import { unreceivedOutcomes } from '../outcomes.ts';

export const caps: Policy = ({ category, caps: counted = [] }) => {
  const full = category === 'marketing' ? counted.find(({ max, sent }) => sent >= max) : undefined;
  if (full === undefined) return undefined;
  const { max, sent } = full;
  return { do: 'refuse', policy: 'caps', outcome: 'capped', because: { max, sent } };
};

const unreceived: ReadonlySet<string> = new Set(unreceivedOutcomes);

/**
 * Does a marketing message count? Only one that the person has got or may have got: what a provider refused must not
 * use up the cap of the message that is sent in its place.
 */
export function countsTowardCaps(send: {
  readonly attempted: boolean;
  /** Absent while evidence may still come. */
  readonly outcome?: string | null;
  /** Delivered after all, when the run had gone on. */
  readonly late?: boolean;
}): boolean {
  if (send.late === true) return true;
  return send.attempted && !unreceived.has(send.outcome ?? '');
}
