// What the API answers about journeys as they run, as types: counts, people in lists, skipped time. Instants are ISO 8601.

import type { JourneyCounts } from '../store/journey-counts.ts';
import type { RunWaiting } from './answers.ts';

export interface CountsAnswer extends JourneyCounts {
  readonly journey: string;
  /** Null: all versions together. */
  readonly version: number | null;
  /** When they were told. */
  readonly asOf: string;
}

export interface PersonSummary {
  readonly id: string;
  readonly externalId: string;
  /** Masked: its country and its last four digits. */
  readonly phone: string | null;
  readonly locale: string | null;
  readonly timeZone: string;
  /** The attribute `firstName`; absent where there is none. */
  readonly name?: string;
}

export interface PeopleAnswer {
  /** Newest first. */
  readonly people: readonly PersonSummary[];
  /** Give it as `cursor` for the next page; absent on the last. */
  readonly next?: string;
}

export interface SkipAnswer {
  /** The person's clock. */
  readonly now: string;
  /** Null: the run is over. */
  readonly waiting: RunWaiting | null;
}
