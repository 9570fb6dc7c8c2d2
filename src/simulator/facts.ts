// What a simulated run is surrounded by: the person, the ledger of sends, memory, variables. The simulator's small
// stand-in for the database. Plain JSON and immutable: whoever changes something makes a new value. Pure.

import type { Json } from '../machine/chart.ts';
import type { Evidence } from '../messaging/evidence.ts';
import type { RetryFact } from '../messaging/gate-facts.ts';
import type { Channel, MessageCategory, OutgoingMessage } from '../messaging/message.ts';
import type { AwaitableWord } from '../messaging/outcomes.ts';
import type { ConsentFact } from '../messaging/policies/consent.ts';
import type { HeardEvent, PersonView } from '../node-kit/node-type.ts';
import type { LearntMemory } from '../whatsapp/learn.ts';
import type { Chance } from './script.ts';

/** What the provider answers to a message. */
export type ProviderAnswer =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly code: string }
  | { readonly kind: 'hold' }
  /** None: it may or may not have been sent. */
  | { readonly kind: 'lose' };

/** An answer that waits for whom it is meant: the next message, or the next node that asks another system. */
export type PreparedAnswer = ProviderAnswer | { readonly kind: 'respond'; readonly outcome: string };

export type AttemptState = 'in_flight' | 'accepted' | 'refused' | 'unknown';

export interface SimulatedAttempt {
  readonly token: string;
  readonly state: AttemptState;
  readonly startedAt: number;
  /** Why it was refused. */
  readonly code?: string;
}

export type SendState = 'parked' | 'sending' | 'accepted' | 'held' | 'unknown' | 'settled' | 'abandoned';

/** A row of the ledger. Instants are epoch milliseconds on the run's clock. */
export interface SimulatedSend {
  /** `offer#1`: node and visit. */
  readonly id: string;
  readonly node: string;
  readonly visit: number;
  readonly channel: Channel;
  readonly category: MessageCategory;
  readonly awaits: AwaitableWord;
  readonly state: SendState;
  readonly expiresAt: number;
  readonly dueAt?: number;
  /** The policy that it waits by, or that ended it. */
  readonly policy?: string;
  /** While it waits by the policy `retry`. */
  readonly retry?: RetryFact;
  readonly code?: string;
  readonly outcome?: string;
  readonly attempted: boolean;
  readonly late: boolean;
  readonly attempts: readonly SimulatedAttempt[];
  readonly evidence: readonly Evidence[];
  readonly message: OutgoingMessage;
}

/** A message that was proved not sent and is tried again. */
export interface Retry {
  /** Of the activity in hand. */
  readonly key: string;
  readonly at: number;
  /** The run's clock when the activity was first wanted: what it goes by at every try, as in the engine. */
  readonly since: number;
}

/** An answer of the person to a message of the run. */
export interface SimulatedReply {
  /** Of its event. */
  readonly id: string;
  /** The message that it answers. */
  readonly send: string;
  /** It names that message; else it only came after it. */
  readonly quotes: boolean;
  readonly at: number;
  /** A node has heard it. */
  readonly isTaken: boolean;
}

export interface Facts {
  readonly runId: string;
  readonly key: string;
  readonly startedAt: number;
  readonly person: PersonView;
  readonly consents: readonly ConsentFact[];
  readonly memory: { readonly [channel in Channel]?: LearntMemory };
  /** Data of the event that the run was entered by. */
  readonly event: { readonly [name: string]: unknown };
  readonly vars: { readonly [name: string]: Json };
  readonly nodes: { readonly [node: string]: { readonly outcome: string } };
  /** Events since the entry, oldest first. */
  readonly heard: readonly HeardEvent[];
  readonly replies: readonly SimulatedReply[];
  readonly sends: readonly SimulatedSend[];
  /** Answers that the next messages and other systems will give, first one first. */
  readonly answers: readonly PreparedAnswer[];
  readonly retries: readonly Retry[];
  /** Places of throttles that are taken, by throttle and start of the period. */
  readonly places: Places;
  /** Decides where no answer is prepared; without it every message is accepted. */
  readonly chance?: Chance;
}

export type Places = { readonly [throttleAndPeriod: string]: number };

/** A message that has left, as far as anybody knows: evidence may come for it, and a person may answer it. */
export function hasLeft({ attempts }: SimulatedSend): boolean {
  return attempts.some(({ state }) => state === 'accepted' || state === 'unknown');
}
