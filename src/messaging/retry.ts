// How often an attempt that is proved not sent may be repeated, and after how long. Pure.

import type { Failure } from './delivery.ts';
import type { MessageOutcome } from './outcomes.ts';

export type RetryDecision =
  | { readonly do: 'retry'; readonly afterMs: number }
  /** The same, but at the gate, which is asked anew when the time has come; `outcome` when the message expires there. */
  | { readonly do: 'wait'; readonly afterMs: number; readonly outcome: MessageOutcome }
  /** Wait at the gate for an operator; `outcome` when the message expires there. */
  | { readonly do: 'park'; readonly outcome: MessageOutcome }
  | { readonly do: 'settle'; readonly outcome: MessageOutcome };

const transientTries = 3;
const rateTries = 6;

/** A repeat goes by the clock of the try before it: after longer than this, night may have come meanwhile. */
const longestOnTheSpotMs = 30_000;

/**
 * @param tries attempts so far that failed without being sent, this one included
 * @param leftMs how long the message is still worth sending
 */
export function decideRetry(failure: Failure, tries: number, leftMs: number): RetryDecision {
  switch (failure.retry) {
    case 'never':
      return { do: 'settle', outcome: failure.outcome };
    case 'park':
      return { do: 'park', outcome: failure.outcome };
    case 'transient':
      if (tries >= transientTries) return { do: 'settle', outcome: failure.outcome };
      return again(failure, failure.retryAfterMs ?? 1_000 * 2 ** (tries - 1), leftMs);
    case 'rate':
      // Meta's advice for the pair limit is 4^X seconds (F§1.6); it suits the other rate codes as well.
      if (tries >= rateTries) return { do: 'settle', outcome: failure.outcome };
      return again(failure, Math.max(failure.retryAfterMs ?? 0, 1_000 * 4 ** (tries - 1)), leftMs);
  }
}

function again({ outcome }: Failure, afterMs: number, leftMs: number): RetryDecision {
  const isSoon = afterMs <= longestOnTheSpotMs && afterMs < leftMs;
  return isSoon ? { do: 'retry', afterMs } : { do: 'wait', afterMs, outcome };
}

/**
 * Whether evidence of a failure asks for another attempt: one, where the first was taken and failed in passing, such as
 * 131000 in a status (F§3.2).
 * @param attempt the number of the attempt that failed, from 1
 */
export function isWorthAnother(failure: Pick<Failure, 'retry'>, attempt: number): boolean {
  return failure.retry === 'transient' && attempt === 1;
}

/** A connection that never came about: the provider is away. */
export const unreachableProvider: Failure = {
  code: 'not_sent',
  outcome: 'unavailable',
  retry: 'transient',
};
