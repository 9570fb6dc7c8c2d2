// What a simulation shows: every step with its time and reasons, in the order it happened. Plain JSON. The same shape is
// made from a rehearsal on the real engine, so that the two can be compared. Pure types.

import type { GateDecision, GateFacts } from '../messaging/gate-facts.ts';
import type { OutgoingMessage } from '../messaging/message.ts';
import type { Change } from '../node-kit/node-type.ts';

/** Instants are epoch milliseconds on the run's clock. */
export type TraceEntry =
  | { readonly at: number; readonly kind: 'entered'; readonly node: string; readonly visit: number }
  /** What the gate said, with the policy that decided and until when, and by what facts (a rehearsal knows only how it ended). */
  | {
      readonly at: number;
      readonly kind: 'gate';
      readonly node: string;
      readonly decision: GateDecision;
      readonly facts?: GateFacts;
    }
  | {
      readonly at: number;
      readonly kind: 'message';
      readonly node: string;
      readonly send: string;
      readonly category: string;
      readonly message: OutgoingMessage;
      /** What the provider answered: `accepted`, `held`, `refused 131049`, `lost`; or `unsent content-too-long`. */
      readonly answer: string;
    }
  | {
      readonly at: number;
      readonly kind: 'evidence';
      readonly node: string;
      readonly send: string;
      readonly word: string;
      readonly code?: string;
      /** The run had gone on already. */
      readonly late?: true;
    }
  /** Something came from outside: an event, an inbound message, an operator's exit. */
  | { readonly at: number; readonly kind: 'heard'; readonly what: string; readonly name: string }
  /** What a node changed: variables, attributes, consents, or another run that it started. */
  | {
      readonly at: number;
      readonly kind: 'changed';
      readonly node: string;
      readonly change: Exclude<Change, { readonly kind: 'take' }>;
    }
  | {
      readonly at: number;
      readonly kind: 'waiting';
      readonly node: string;
      /** `evidence`, `release`, `gate`, `proof`, `time`, as operators see it; `retry` before another try. */
      readonly waiting: string;
      readonly due?: number;
    }
  | ({ readonly at: number; readonly kind: 'settled' } & TracedStep)
  | { readonly at: number; readonly kind: 'ended'; readonly outcome: string };

/** A completed step: what simulator and engine have to agree on. */
export interface TracedStep {
  readonly node: string;
  readonly visit: number;
  readonly outcome: string;
  readonly attempted?: boolean;
  readonly code?: string;
  readonly policy?: string;
}

/** `offer→delivered`, for people and for expectations. */
export function toPath(steps: readonly Pick<TracedStep, 'node' | 'outcome'>[]): string[] {
  return steps.map(({ node, outcome }) => `${node}→${outcome}`);
}
