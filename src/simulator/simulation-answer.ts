// What a simulation looks like from outside, as plain JSON: what the API answers and the canvas shows. Instants are epoch
// milliseconds on the run's clock. Types only.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { SendState } from './facts.ts';
import type { PossibleAction } from './possible-actions.ts';
import type { ShownMessage } from './shown-message.ts';
import type { Rest, WorldAction } from './simulation.ts';
import type { TraceEntry } from './trace.ts';
import type { WalkedStep } from './walked-path.ts';

export type SimulationAnswer = EnteredAnswer | RefusedAnswer;

/** The person may not enter. */
export interface RefusedAnswer {
  readonly entered: false;
  readonly reason: 'condition' | 'expression';
  /** What an expression failed by. */
  readonly code: string | null;
  readonly words: LocalizedText;
}

export interface EnteredAnswer {
  readonly entered: true;
  readonly startedAt: number;
  readonly now: number;
  /** The person's: what quiet hours and delays go by. */
  readonly timeZone: string;
  /** The run's outcome once it is over. */
  readonly ended: string | null;
  readonly rest: RestAnswer | null;
  readonly path: readonly WalkedStep[];
  readonly trace: readonly TraceLine[];
  /** Of all channels, oldest first; those that wait at the gate too. */
  readonly messages: readonly MessageAnswer[];
  readonly inbound: readonly InboundAnswer[];
  readonly possible: readonly PossibleAction[];
  /** By action: how many lines the trace had before it. */
  readonly lines: readonly number[];
  /** Indexes of the actions that met nothing. */
  readonly leftover: readonly number[];
  /** Prepared answers that no message has met yet. */
  readonly pending: readonly WorldAction[];
  readonly coverage: { readonly nodes: readonly string[]; readonly edges: readonly CoveredEdge[] };
}

export interface RestAnswer extends Omit<Rest, 'due' | 'message'> {
  readonly due: number | null;
  readonly message: string | null;
  /** What it waits for. */
  readonly words: LocalizedText;
}

export interface TraceLine {
  readonly at: number;
  readonly kind: TraceEntry['kind'];
  readonly node: string | null;
  /** The kind in a word. */
  readonly label: LocalizedText;
  readonly text: LocalizedText;
  /** What belongs to it: the lines of a message, the facts of a decision. */
  readonly more: { readonly en: readonly string[]; readonly ko: readonly string[] };
}

export interface MessageAnswer {
  readonly node: string;
  readonly visit: number;
  /** Names the message within the run. */
  readonly send: string;
  readonly channel: string;
  readonly category: string;
  /** Masked; null where the person has no such address. */
  readonly to: string | null;
  readonly state: SendState;
  /** When it was posted, at the last attempt; null while it was not. */
  readonly at: number | null;
  readonly message: ShownMessage;
  readonly ticks: {
    readonly sent: number | null;
    readonly delivered: number | null;
    readonly read: number | null;
    readonly clicked: number | null;
  };
  readonly failure: { readonly code: string; readonly at: number | null } | null;
  /** The policy that it waits by, or that ended it. */
  readonly policy: string | null;
  readonly outcome: string | null;
}

/** What the person said. */
export interface InboundAnswer {
  readonly at: number;
  readonly kind: 'text' | 'tap';
  readonly text: string;
}

export interface CoveredEdge {
  readonly node: string;
  /** Null where one edge stands for all outcomes. */
  readonly key: string | null;
}
