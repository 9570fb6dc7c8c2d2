// What to do about an attempt that may or may not have been sent (DESIGN 7.2). Never a blind retry: wait for
// evidence, then by category give up or, where a second copy is the lesser evil, try once more. Pure.

import type { Channel, MessageCategory } from './message.ts';

const second = 1_000;
const minute = 60 * second;

export interface UnknownPlan {
  /** How long evidence is awaited while our ears are open. */
  readonly waitMs: number;
  /** Attempts that may have been sent, this one included: the most copies a person can see. */
  readonly maxAttempts: number;
}

/** @param repeatUnresolved the author's choice for utility messages */
export function planForUnknown(
  channel: Channel,
  category: MessageCategory,
  repeatUnresolved: boolean,
): UnknownPlan {
  // Without a token in its receipts no evidence can come: waiting would be for nothing.
  if (channel !== 'whatsapp') return { waitMs: 0, maxAttempts: 1 };
  switch (category) {
    case 'marketing':
      return { waitMs: 10 * minute, maxAttempts: 1 };
    case 'utility':
    case 'service':
      return { waitMs: 2 * minute, maxAttempts: repeatUnresolved ? 2 : 1 };
    case 'authentication':
      return { waitMs: 15 * second, maxAttempts: 2 };
  }
}

export type UnknownVerdict = 'wait' | 'repeat' | 'give-up';

/**
 * Judges an unknown attempt.
 * @param heardMs how long our ears were open since it began
 * @param attempts those so far that may have been sent
 */
export function judgeUnknown(plan: UnknownPlan, heardMs: number, attempts: number): UnknownVerdict {
  if (heardMs < plan.waitMs) return 'wait';
  return attempts < plan.maxAttempts ? 'repeat' : 'give-up';
}
