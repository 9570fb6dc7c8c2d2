// The gate: asks every policy before a send, in a fixed order; the first that objects decides. Pure functions of
// facts: the caller reads the facts, with the time as one of them.

import type { GateDecision, GateFacts, Policy } from './gate-facts.ts';
import { caps } from './policies/caps.ts';
import { consent } from './policies/consent.ts';
import { cooldown } from './policies/cooldown.ts';
import { experiment } from './policies/experiment.ts';
import { quietHours } from './policies/quiet-hours.ts';
import { reachability } from './policies/reachability.ts';
import { recipient } from './policies/recipient.ts';
import { template } from './policies/template.ts';
import { usPause } from './policies/us-pause.ts';
import { window } from './policies/window.ts';

// Refusals come before waits, so that nobody waits the night for a message that could never go.
const policies: readonly Policy[] = [
  recipient,
  consent,
  usPause,
  experiment,
  cooldown,
  reachability,
  caps,
  template,
  window,
  quietHours,
];

/** The first objection, else `allow`. */
export function askGate(facts: GateFacts): GateDecision {
  for (const policy of policies) {
    const objection = policy(facts);
    if (objection !== undefined) return objection;
  }
  return { do: 'allow' };
}
