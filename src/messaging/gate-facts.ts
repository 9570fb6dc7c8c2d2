// What the gate judges by and how it may decide: the words that policies share. Pure types.

import type { Channel, MessageCategory } from './message.ts';
import type { MessageOutcome } from './outcomes.ts';
import type { SenderFacts } from './sender-facts.ts';
import type { TemplateFacts } from './template-facts.ts';

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
  /** The caps that concern this message, with how much of each is used up; none where absent. */
  readonly caps?: readonly { readonly max: number; readonly sent: number }[];
  /** Of messages that use one. */
  readonly template?: TemplateFacts;
  readonly sender: SenderFacts;
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

/** The facts that a policy decided by, for people to read: words and numbers, instants as epoch ms, nothing personal. */
export type Because = { readonly [fact: string]: string | number | boolean };

export type GateDecision =
  | { readonly do: 'allow' }
  /** Ask again at `until`, or when something changes; `outcome` when the message expires meanwhile. */
  | {
      readonly do: 'wait';
      readonly policy: string;
      readonly until?: number;
      readonly outcome: MessageOutcome;
      readonly because?: Because;
    }
  | {
      readonly do: 'refuse';
      readonly policy: string;
      readonly outcome: MessageOutcome;
      readonly code?: string;
      readonly because?: Because;
    };

/** A rule: an objection, or nothing. */
export type Policy = (facts: GateFacts) => Exclude<GateDecision, { readonly do: 'allow' }> | undefined;
