// A person gets only so much marketing of all businesses together; more is withheld with 131049, and trying again before
// the block ends makes it longer (F§4.2). Inside an open window nothing is withheld or counted, and an answer ends
// the block. Meta's own limit adapts to each person; here it is a number (confidence C).

import * as z from 'zod';
import { findCountry } from '../countries.ts';
import { toIdentity } from '../identity.ts';
import { failLater, isInWindow, isMarketing, type PlatformRule, type RuleFacts } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

const HOUR_MS = 3_600_000;

export const userMarketingLimitSettings = z.strictObject({
  on: z.boolean(),
  /** Marketing templates that a person gets in `perHours`, delivered outside windows. */
  deliveries: z.int().min(0),
  perHours: z.number().positive(),
  /** How long nothing more is let through; each try before its end starts it anew. */
  blockHours: z.number().positive(),
  /** ISO codes: exempt where the sender's or the recipient's number is of one. */
  exemptCountries: z.array(z.string().length(2)),
});

type Settings = z.infer<typeof userMarketingLimitSettings>;

export function createUserMarketingLimit({ settings }: RuleContext<Settings>): PlatformRule {
  /** Epoch milliseconds by phone. */
  const deliveries = new Map<string, readonly number[]>();
  const blockedUntil = new Map<string, number>();

  const isExempt = (facts: Pick<RuleFacts, 'phone' | 'sender'>): boolean => {
    const countries = [facts.phone.identity, toIdentity(facts.sender.displayPhoneNumber)].map(findCountry);
    return countries.some((country) => country !== undefined && settings().exemptCountries.includes(country));
  };
  const isFull = (key: string, nowMs: number): boolean => {
    const { deliveries: limit, perHours } = settings();
    const recent = (deliveries.get(key) ?? []).filter((atMs) => atMs > nowMs - perHours * HOUR_MS);
    return recent.length >= limit;
  };

  return {
    judge: (facts) => {
      if (!isMarketing(facts) || isInWindow(facts) || isExempt(facts)) return undefined;
      const { key } = facts.phone.identity;
      const nowMs = facts.phone.nowMs();
      const block = toBlock(facts);
      const isBlocked = (blockedUntil.get(block) ?? nowMs) > nowMs;
      if (!isBlocked && !isFull(key, nowMs)) return undefined;
      blockedUntil.set(block, nowMs + settings().blockHours * HOUR_MS);
      return failLater(131049);
    },
    delivered: (passage) => {
      if (!isMarketing(passage) || isInWindow(passage) || isExempt(passage)) return;
      const { key } = passage.phone.identity;
      deliveries.set(key, [...(deliveries.get(key) ?? []), passage.phone.nowMs()]);
    },
    heard: (phone, sender) => void blockedUntil.delete(toBlock({ phone, sender })),
  };
}

/** The block is on one account's messages to one person. */
function toBlock({ phone, sender }: Pick<RuleFacts, 'phone' | 'sender'>): string {
  return `${sender.businessAccountId} ${phone.identity.key}`;
}
