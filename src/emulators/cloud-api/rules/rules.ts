// The automatic rules, in the order in which they are asked; the first verdict counts.

import { findVerdict, type Rule, type RuleFacts, type RuleVerdict } from './rule.ts';
import { serviceWindow } from './service-window.ts';

const RULES: readonly Rule[] = [serviceWindow];

export function judge(facts: RuleFacts): RuleVerdict | undefined {
  return findVerdict(RULES, facts);
}
