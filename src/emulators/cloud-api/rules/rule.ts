// What an automatic rule of the emulated platform is: facts of one message in, a verdict out. Rules that decide whether
// a request is good at all are plain functions, listed in `../admission/admission.ts` and asked before any script. Rules
// of what becomes of a good message are in this folder, one file each, listed in `rule-book.ts`; scripts that fail
// a message themselves are not asked about.

import type { Fate } from '../behaviour.ts';
import type { CloudMessage } from '../messages/message.ts';
import type { Passage } from '../passages.ts';
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

/** Neither refused nor failed: the message's fate becomes another. */
export interface FateVerdict {
  readonly surface: 'fate';
  readonly fate: Fate;
}

/** Returns undefined when the rule has nothing against the message. */
export type Rule = (facts: RuleFacts) => RuleVerdict | undefined;

/** A rule that remembers: it is asked about each message and hears what else happens. */
export interface PlatformRule {
  judge(facts: RuleFacts): RuleVerdict | FateVerdict | undefined;
  /** The message was accepted and no rule or script fails it. */
  accepted?(facts: RuleFacts): void;
  delivered?(passage: Passage): void;
  /** A person wrote to, or called, a number of the business. */
  heard?(phone: Phone, sender: CloudSender): void;
  /** `patch` has what was set, also where it was so before. */
  templateChanged?(before: Template, patch: Partial<Template>): void;
}

/** A verdict in the HTTP answer; the code's usual details unless others are given. */
export function refuse(code: number, details?: string): RuleVerdict {
  return { surface: 'answer', code, ...(details === undefined ? {} : { details }) };
}

/** 200 now, and a failed status with this code later. */
export function failLater(code: number): RuleVerdict {
  return { surface: 'webhook', code };
}

/** The first verdict counts. */
export function findVerdict(rules: readonly Rule[], facts: RuleFacts): RuleVerdict | undefined {
  for (const rule of rules) {
    const verdict = rule(facts);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

export function isMarketing({ category }: Pick<RuleFacts, 'category'>): boolean {
  return category === 'marketing' || category === 'marketing_lite';
}

export function isInWindow({ phone, sender }: Pick<RuleFacts, 'phone' | 'sender'>): boolean {
  return phone.isWindowOpen(sender.phoneNumberId);
}
