// So many different people can be written to outside their windows in a moving day, by all numbers of the business
// portfolio together (F§4.8). Which error tells is not documented: 131048 in a webhook is the usual guess
// (confidence C). Counted when a message is accepted, so that a burst can't pass.

import * as z from 'zod';
import type { NumberSettings } from '../platform/number.ts';
import { isInWindow, type PlatformRule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

const DAY_MS = 86_400_000;
const PEOPLE: Readonly<Record<NumberSettings['messagingLimit'], number>> = {
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
};

export const portfolioLimitSettings = z.strictObject({
  on: z.boolean(),
  /** People a day; null takes the `messagingLimit` of the number. */
  people: z.int().min(0).nullable(),
  code: z.int().positive(),
  surface: z.enum(['answer', 'webhook']),
});

type Settings = z.infer<typeof portfolioLimitSettings>;

export function createPortfolioLimit({ settings, nowMs }: RuleContext<Settings>): PlatformRule {
  /** When each person was last written to, epoch milliseconds. */
  const writtenTo = new Map<string, number>();

  const forgetOld = () => {
    for (const [key, atMs] of writtenTo) if (atMs <= nowMs() - DAY_MS) writtenTo.delete(key);
  };

  return {
    judge: (facts) => {
      if (isInWindow(facts)) return undefined;
      forgetOld();
      const { people, code, surface } = settings();
      const { messagingLimit } = facts.platform.numbers.of(facts.sender.phoneNumberId);
      const isKnown = writtenTo.has(facts.phone.identity.key);
      return isKnown || writtenTo.size < (people ?? PEOPLE[messagingLimit]) ? undefined : { surface, code };
    },
    accepted: (facts) => {
      if (!isInWindow(facts)) writtenTo.set(facts.phone.identity.key, nowMs());
    },
  };
}
