// A small share of people is a control group: marketing to them is never delivered, 130472, but in an open window (F§4.3).

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { toIdentity } from '../identity.ts';
import { failLater, isInWindow, isMarketing, type PlatformRule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

export const experimentGroupSettings = z.strictObject({
  on: z.boolean(),
  /** 0 to 1; who belongs to it follows from the number alone. Meta's is about 0.01. */
  share: z.number().min(0).max(1),
  /** These belong to it in any case. */
  phones: z.array(z.string().min(1)),
});

type Settings = z.infer<typeof experimentGroupSettings>;

export function createExperimentGroup({ settings }: RuleContext<Settings>): PlatformRule {
  const isMember = (key: string): boolean => {
    const { share, phones } = settings();
    return phones.some((phone) => toIdentity(phone).key === key) || toShare(key) < share;
  };
  return {
    judge: (facts) =>
      isMarketing(facts) && !isInWindow(facts) && isMember(facts.phone.identity.key)
        ? failLater(130472)
        : undefined,
  };
}

/** A number in [0, 1) that stays the same for a person. */
function toShare(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
