// The gate: asks every policy before a send, in a fixed order. Pure functions of facts: the caller reads the facts, with
// the time as one of them.

import type { GateDecision, GateFacts, Policy } from './gate-facts.ts';
import { canary } from './policies/canary.ts';
import { caps } from './policies/caps.ts';
import { consent } from './policies/consent.ts';
import { cooldown } from './policies/cooldown.ts';
import { experiment } from './policies/experiment.ts';
import { pairLimit } from './policies/pair-limit.ts';
import { portfolio } from './policies/portfolio.ts';
import { quietHours } from './policies/quiet-hours.ts';
import { reachability } from './policies/reachability.ts';
import { recipient } from './policies/recipient.ts';
import { restrictions } from './policies/restrictions.ts';
import { retry } from './policies/retry.ts';
import { senderRate } from './policies/sender-rate.ts';
import { template } from './policies/template.ts';
import { usPause } from './policies/us-pause.ts';
import { window } from './policies/window.ts';

const policies: readonly Policy[] = [
  recipient,
  retry,
  consent,
  usPause,
  experiment,
  cooldown,
  reachability,
  caps,
  restrictions,
  template,
  window,
  quietHours,
  canary,
  // The sender's own limits last: a place is promised to whoever would go otherwise.
  portfolio,
  pairLimit,
  senderRate,
];

/** The first refusal, else the first wait, else `allow`: nobody waits the night for a message that could never go. */
export function askGate(facts: GateFacts): GateDecision {
  let wait: GateDecision | undefined;
  for (const policy of policies) {
    const objection = policy(facts);
    if (objection?.do === 'refuse') return objection;
    wait ??= objection;
  }
  return wait ?? { do: 'allow' };
}
