// What the gate judges by and how it may decide: the words that policies share. Pure types.

import type { CanaryFacts } from './canary.ts';
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
  /** Meta's pause of marketing to US numbers, where it concerns this recipient now. */
  readonly usPause?: UsPauseFact;
  readonly timeZone: string;
  readonly quietHours?: { readonly from: string; readonly to: string };
  readonly marketingConsent: 'in' | 'out' | 'unknown';
  readonly optedOutOfAll: boolean;
  /** What the two above go by; absent where the person has said nothing. */
  readonly consentSaid?: { readonly topic: string; readonly at?: number };
  /** The caps that concern this message, with how much of each is used up; none where absent. */
  readonly caps?: readonly { readonly max: number; readonly sent: number }[];
  /** Of messages that use one. */
  readonly template?: TemplateFacts;
  /** Of nodes that have one. */
  readonly canary?: CanaryFacts;
  readonly sender: SenderFacts;
  /** The service window is open: free-form may go out, and marketing limits don't apply (F§4.1). */
  readonly windowOpen: boolean;
  /** By the person's newest message, whether that is past or to come. */
  readonly windowEndsAt?: number;
  /** How often Meta has refused for a closed window since then. */
  readonly windowRefusals?: number;
  /** Messages are free until then: a price, and an exemption from the experiment, never a window (F§0 row 4). */
  readonly freeEntryEndsAt?: number;
  readonly memory: ChannelMemory;
  /** Of a message that was refused for now. */
  readonly retry?: RetryFact;
}

/** When another attempt may be made, and how the send ends where it expires before that. */
export interface RetryFact {
  readonly at: number;
  readonly code: string;
  readonly outcome: MessageOutcome;
}

/** A pause in force: `waits` where the message is to wait for its end. */
export interface UsPauseFact {
  readonly from: number;
  readonly until?: number;
  readonly waits: boolean;
}

/** What is remembered of a person with a sender (DESIGN 7.4), each with its end, which may be past. */
export interface ChannelMemory {
  /** 131049, said `times` times without an inbound in between. */
  readonly cooldown?: BoundedFact & { readonly times: number };
  /** 130472; `until` is when one message may be tried again. */
  readonly experiment?: BoundedFact;
  readonly unreachable?: UnreachableFact;
}

export interface BoundedFact {
  readonly since: number;
  readonly until: number;
}

/** A belief by 131026: one may be a mistake, more are not. */
export interface UnreachableFact extends BoundedFact {
  readonly belief: 'suspect' | 'unreachable';
  readonly times: number;
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
