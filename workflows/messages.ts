// Every signal, query and update of a run, with its durable name, and the shapes of what goes in and out.
// Imported by the workflow and by `src/runs`; nothing here may carry personal data.

import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Carry } from '../src/machine/driver.ts';
import type { JournalEntry } from '../src/machine/machine.ts';
import type { ActivityAnswer, DriverEvent, EpochMs, EvidenceSignal } from '../src/machine/vocabulary.ts';

/** The workflow type's name. */
export const journeyWorkflow = 'journey';

/** First argument of a run. The second is the chart's reference, the third the carry of an earlier link. */
export interface RunInput {
  readonly run: string;
  /** Rehearsals only: how far the person's clock was ahead when the run started. */
  readonly clockBaseMs?: number;
}

/** What a run takes along when it continues as new. */
export interface RunCarry {
  readonly run: Carry;
  /** Ids of events already taken, newest last: a redelivery after continue-as-new is still known. */
  readonly seen: readonly string[];
  /** The last steps, for the `path` query; the journal in PostgreSQL has them all. */
  readonly path: readonly JournalEntry[];
  /** Steps on their way to the journal. */
  readonly waiting: readonly JournalEntry[];
  /** What had come and was not fed yet. */
  readonly queue?: readonly DriverEvent[];
}

export interface EventSignal {
  readonly name: string;
  readonly id: string;
  /** Set by the dispatcher when an exit rule of the version holds. */
  readonly exit?: { readonly as: string };
}

/** Where a run is now. */
export interface RunView {
  readonly node: string;
  readonly visit: number;
  /** The inside state: `sending`, `awaiting`, `parked`, `waiting` … */
  readonly state: string;
  /** The next timer, on the run's clock. */
  readonly due?: EpochMs;
  /** The run's clock when asked. */
  readonly now: EpochMs;
  readonly ended?: string;
}

export const evidenceSignal = defineSignal<[readonly EvidenceSignal[]]>('evidence');
export const inboundSignal = defineSignal<[readonly { readonly id: string }[]]>('inbound');
export const eventSignal = defineSignal<[readonly EventSignal[]]>('event');
export const wakeSignal = defineSignal<[readonly { readonly reason: string }[]]>('wake');

export const stateQuery = defineQuery<RunView>('state');
export const pathQuery = defineQuery<readonly JournalEntry[]>('path');

export const exitUpdate = defineUpdate<string, [{ readonly as: string }]>('exit');

/** Input of a node's activity and of `evaluate`. */
export interface NodeActivityInput {
  readonly run: string;
  readonly node: string;
  readonly visit: number;
  /** The run's clock when the activity was scheduled. */
  readonly at: EpochMs;
  /** Completed steps that ride along to the journal. */
  readonly journal?: readonly JournalEntry[];
  /** `evaluate` only: what does this event mean to the node? */
  readonly heard?: { readonly name: string; readonly id: string };
}

/** Input of the `journal` activity: when a run goes to sleep, and when it closes. */
export interface JournalInput {
  readonly run: string;
  readonly entries: readonly JournalEntry[];
  readonly closed?: { readonly outcome: string; readonly at: EpochMs };
}

/** What a worker registers, by activity name. */
export interface EngineActivities {
  journal(input: JournalInput): Promise<void>;
  evaluate(input: NodeActivityInput): Promise<ActivityAnswer>;
}
export type NodeActivity = (input: NodeActivityInput) => Promise<ActivityAnswer>;
