// Whether a well-formed message is one that the platform takes from this sender at all: asked before any script, so
// that no script can make a wrong request pass. The first verdict counts.

import { findVerdict, type Rule, type RuleFacts, type RuleVerdict } from '../rules/rule.ts';
import { directSend } from './direct-send.ts';
import { knownMedia } from './known-media.ts';
import { marketingEndpoint } from './marketing-endpoint.ts';
import { reactionTarget } from './reaction-target.ts';
import { allowedRecipient, connectedNumber } from './sides.ts';
import { templateFit } from './template-fit.ts';
import { templateState } from './template-state.ts';

const CHECKS: readonly Rule[] = [
  connectedNumber,
  allowedRecipient,
  templateState,
  marketingEndpoint,
  templateFit,
  directSend,
  knownMedia,
  reactionTarget,
];

export function admit(facts: RuleFacts): RuleVerdict | undefined {
  return findVerdict(CHECKS, facts);
}
