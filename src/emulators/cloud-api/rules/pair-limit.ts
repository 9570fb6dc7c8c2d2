// One message in six seconds from a number to a person; a burst of 45 borrows from the time to come (F§1.6). 131056 in
// the answer; what is refused costs nothing.

import * as z from 'zod';
import { type PlatformRule, type RuleFacts, refuse } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

export const pairLimitSettings = z.strictObject({
  on: z.boolean(),
  /** Milliseconds that each message costs. */
  everyMs: z.int().positive(),
  /** Messages that can go out at once. */
  burst: z.int().positive(),
});

type Settings = z.infer<typeof pairLimitSettings>;

export function createPairLimit({ settings }: RuleContext<Settings>): PlatformRule {
  /** Until when each pair's messages are paid for, epoch milliseconds. */
  const paidUntil = new Map<string, number>();

  return {
    judge: (facts) => {
      const { everyMs, burst } = settings();
      const nowMs = facts.phone.nowMs();
      const debtMs = (paidUntil.get(toPair(facts)) ?? nowMs) - nowMs;
      return debtMs > (burst - 1) * everyMs ? refuse(131056) : undefined;
    },
    accepted: (facts) => {
      const from = Math.max(paidUntil.get(toPair(facts)) ?? 0, facts.phone.nowMs());
      paidUntil.set(toPair(facts), from + settings().everyMs);
    },
  };
}

function toPair({ phone, sender }: RuleFacts): string {
  return `${sender.phoneNumberId} ${phone.identity.key}`;
}
