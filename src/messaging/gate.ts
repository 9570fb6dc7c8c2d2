// The gate: asks every policy before a send, in a fixed order; the first that objects decides. Pure functions of
// facts: the caller reads the facts, with the time as one of them.

import type { Channel, MessageCategory } from './message.ts';
import type { MessageOutcome } from './outcomes.ts';
import { consent } from './policies/consent.ts';
import { cooldown } from './policies/cooldown.ts';
import { experiment } from './policies/experiment.ts';
import { quietHours } from './policies/quiet-hours.ts';
import { reachability } from './policies/reachability.ts';
import { recipient } from './policies/recipient.ts';
import { template } from './policies/template.ts';
import { usPause } from './policies/us-pause.ts';
import { window } from './policies/window.ts';

/** All that policies may know of a send about to happen. Instants are epoch milliseconds on the run's clock. */
export interface GateFacts {
  readonly now: number;
  readonly channel: Channel;
  readonly category: MessageCategory;
  /** Free-form WhatsApp needs an open window. */
  readonly freeForm: boolean;
  readonly waitForWindow: boolean;
  /** There is an address of the channel's kind. */
  readonly hasAddress: boolean;
  /** A US number by area code. */
  readonly toUs: boolean;
  readonly timeZone: string;
  readonly quietHours?: { readonly from: string; readonly to: string };
  readonly marketingConsent: 'in' | 'out' | 'unknown';
  readonly optedOutOfAll: boolean;
  /** The template's status as last heard from Meta; undefined when it was never heard of. */
  readonly templateStatus?: string;
  /** The service window is open: free-form may go out, and marketing limits don't apply (F§4.1). */
  readonly windowOpen: boolean;
  readonly memory: ChannelMemory;
}

/** What is remembered of a person with a sender (DESIGN 7.4). */
export interface ChannelMemory {
  readonly cooldownUntil?: number;
  readonly experimentSince?: number;
  readonly unreachableUntil?: number;
}

export type GateDecision =
  | { readonly do: 'allow' }
  /** Ask again at `until`, or when something changes; `outcome` when the message expires meanwhile. */
  | {
      readonly do: 'wait';
      readonly policy: string;
      readonly until?: number;
      readonly outcome: MessageOutcome;
    }
  | {
      readonly do: 'refuse';
      readonly policy: string;
      readonly outcome: MessageOutcome;
      readonly code?: string;
    };

/** A rule: an objection, or nothing. */
export type Policy = (facts: GateFacts) => Exclude<GateDecision, { readonly do: 'allow' }> | undefined;

// Refusals come before waits, so that nobody waits the night for a message that could never go.
const policies: readonly Policy[] = [
  recipient,
  consent,
  usPause,
  experiment,
  cooldown,
  reachability,
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
