// The automatic rules, in the order in which they are asked; the first verdict counts.

import type { Rule, RuleFacts, RuleVerdict } from './rule.ts';
import { serviceWindow } from './service-window.ts';

const RULES: readonly Rule[] = [serviceWindow];

export function judge(facts: RuleFacts): RuleVerdict | undefined {
  for (const rule of RULES) {
    const verdict = rule(facts);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}
