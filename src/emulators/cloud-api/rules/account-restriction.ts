// What a restricted or softly locked account may not send (F§4.7): the bars are settings of the account, the codes of
// this rule. Answers inside an open window pass both a bar on what the business begins and the soft lock.

import * as z from 'zod';
import { findDirectSend } from '../admission/direct-send.ts';
import type { RestrictionType } from '../platform/account.ts';
import { isInWindow, type PlatformRule, type RuleFacts, refuse } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

export const accountRestrictionSettings = z.strictObject({
  on: z.boolean(),
  /** Of bars on what the business, or the customer, begins. */
  code: z.int().positive(),
  softLockCode: z.int().positive(),
  utilityCode: z.int().positive(),
  directSendCode: z.int().positive(),
});

type Settings = z.infer<typeof accountRestrictionSettings>;

export function createAccountRestriction({ settings, nowMs }: RuleContext<Settings>): PlatformRule {
  return {
    judge: (facts) => {
      const { restrictions, softLock } = facts.platform.accounts.of(facts.sender.businessAccountId);
      const bar = restrictions.find(
        ({ type, expiresAt }) =>
          BARS[type](facts) && (expiresAt === undefined || Date.parse(expiresAt) > nowMs()),
      );
      if (bar !== undefined) return refuse(toCode(bar.type, settings()));
      return softLock && !isInWindow(facts) ? refuse(settings().softLockCode) : undefined;
    },
  };
}

const BARS: Readonly<Record<RestrictionType, (facts: RuleFacts) => boolean>> = {
  RESTRICTED_BIZ_INITIATED_MESSAGING: (facts) => !isInWindow(facts),
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: isInWindow,
  RESTRICTED_UTILITY_TEMPLATES: ({ message, category }) =>
    message.type === 'template' && category === 'utility',
  RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES: ({ message }) => findDirectSend(message)?.category === 'utility',
};

function toCode(type: RestrictionType, { code, utilityCode, directSendCode }: Settings): number {
  if (type === 'RESTRICTED_UTILITY_TEMPLATES') return utilityCode;
  return type === 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES' ? directSendCode : code;
}
