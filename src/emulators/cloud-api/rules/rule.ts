// What an automatic rule of the emulated platform is: facts of one message in, a verdict out. One file for
// each rule, listed in `rules.ts` (what becomes of a good message; scripts that fail it themselves are not asked
// about) or in `../admission/admission.ts` (whether the request is good at all; asked before any script).

import type { CloudMessage } from '../messages/message.ts';
import type { Phone } from '../phone.ts';
import type { Platform } from '../platform/platform.ts';
import type { Template } from '../platform/template.ts';
import type { CloudSender, PricingCategory } from '../webhook-value.ts';

export interface RuleFacts {
  readonly message: CloudMessage;
  readonly phone: Phone;
  readonly sender: CloudSender;
  readonly platform: Platform;
  /** Of a template message whose template the account has in that language. */
  readonly template: Template | undefined;
  /** What the message counts as; `marketing_lite` when the Marketing Messages API sends it (F§1.5). */
  readonly category: PricingCategory;
  /** Of a request to `/marketing_messages`; absent: it came to `/messages`. */
  readonly productPolicy?: 'CLOUD_API_FALLBACK' | 'STRICT';
}

/** `answer`: refused in the HTTP answer. `webhook`: 200 now, a failed status later (F§3.1). */
export interface RuleVerdict {
  readonly surface: 'answer' | 'webhook';
  readonly code: number;
  readonly details?: string;
}

/** A verdict in the HTTP answer; the code's usual details unless others are given. */
export function refuse(code: number, details?: string): RuleVerdict {
  return { surface: 'answer', code, ...(details === undefined ? {} : { details }) };
}

/** Returns undefined when the rule has nothing against the message. */
export type Rule = (facts: RuleFacts) => RuleVerdict | undefined;

/** The first verdict counts. */
export function findVerdict(rules: readonly Rule[], facts: RuleFacts): RuleVerdict | undefined {
  for (const rule of rules) {
    const verdict = rule(facts);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}
