// Runs, their journal and what their visits were answered. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Json } from '../../machine/chart.ts';
import type { CreatedAt, Instant, JsonColumn } from './columns.ts';

export type RunState = 'starting' | 'running' | 'closed';

export interface RunTable {
  id: string;
  journey_id: string;
  version: number;
  person_id: string;
  key: string;
  state: RunState;
  outcome: string | null;
  /** The event or API body that started it. */
  event: JsonColumn<Record<string, unknown>>;
  /** What `set` nodes have set. */
  vars: ColumnType<Record<string, Json>, never, never>;
  /** Rehearsals only: the person's offset when the run started; added to the workflow's own clock. */
  clock_base_ms: ColumnType<string, number | undefined, never>;
  rehearsed: ColumnType<boolean, boolean | undefined, never>;
  /** Until when it waits for an answer of the person, on its own clock. */
  reply_due_at: ColumnType<Date | null, never, Date | null>;
  created_at: CreatedAt;
  started_at: Instant | null;
  closed_at: Instant | null;
}

export interface RunStepTable {
  run_id: string;
  node: string;
  visit: number;
  entered_at: Instant;
  outcome: string | null;
  settled_at: Instant | null;
  attempted: boolean | null;
  code: string | null;
  policy: string | null;
  send_id: string | null;
  /** Order of the first writing. */
  seq: GeneratedAlways<string>;
}

/** What a visit was answered when its node changed something, so that it is changed once. */
export interface VisitAnswerTable {
  run_id: string;
  node: string;
  visit: number;
  answer: JsonColumn;
}

/** An answer of the person to a message of a run; its words are in the event. */
export interface ReplyTable {
  event_id: string;
  run_id: string;
  /** The message that it answers. */
  send_id: string;
  quotes: boolean;
  /** When it was written, on the person's clock. */
  at: Instant;
  /** The visit that has heard it. */
  taken_by: ColumnType<string | null, never, string>;
}

/** How many of a throttle's places a period has given away. */
export interface ThrottleWindowTable {
  journey_id: string;
  node: string;
  /** Rehearsed people have clocks of their own, and take no places from the others. */
  rehearsed: boolean;
  per: 'minute' | 'hour' | 'day';
  starts_at: Instant;
  taken: number;
}
