// What live mode looks at: which versions, which run, which runs are listed; and what the server told last.

import { create } from 'zustand';
import type { RunStateWord } from '../../client/client.ts';
import type { PersonSummary } from '../../client/live-calls.ts';
import { go } from '../state/route.ts';
import type { Standing } from './follow-stream.ts';
import { afterHearing, afterPause, type Told, type Watched } from './pause.ts';

/** Which versions are counted. */
export type Scope = 'newest' | 'all' | number;

/** Who is listed, besides what is selected on the canvas. */
export interface RunFilter {
  readonly state: Extract<RunStateWord, 'running' | 'closed'> | 'all';
  /** How the run ended. */
  readonly outcome: string | undefined;
  readonly person: Pick<PersonSummary, 'externalId' | 'name'> | undefined;
}

interface LiveState extends Watched {
  readonly journey: string;
  readonly scope: Scope;
  readonly countsStanding: Standing;
  /** `unknown`: the server has no such run. */
  readonly runStanding: Standing | 'unknown';
  readonly filter: RunFilter;
  readonly isStarting: boolean;
  /** Whose phone is beside the canvas; empty: all phones; undefined: the pane is closed. */
  readonly phone: string | undefined;
}

export const everybody: RunFilter = { state: 'all', outcome: undefined, person: undefined };

const beginning: LiveState = {
  journey: '',
  scope: 'newest',
  counts: undefined,
  countsStanding: 'connecting',
  run: undefined,
  runStanding: 'connecting',
  filter: everybody,
  isStarting: false,
  phone: undefined,
  isPaused: false,
  held: {},
};

export const useLive = create<LiveState>(() => beginning);

/** Nothing of another journey stays but the phones. */
export function beginLive(journey: string): void {
  useLive.setState((before) =>
    before.journey === journey ? {} : { ...beginning, journey, phone: before.phone },
  );
}

/** What a stream tells is shown, or held while it is paused. */
export function hear(told: Told): void {
  useLive.setState((before) => afterHearing(before, told));
}

export function pauseLive(isPaused: boolean): void {
  useLive.setState(isPaused ? { isPaused } : afterPause);
}

/** Who comes back is not shown what was before. */
export function leaveLive(): void {
  useLive.setState({ counts: undefined, isPaused: false, held: {} });
}

export function filterRuns(change: Partial<RunFilter>): void {
  useLive.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** The address names the run: a link to it works, and so does the way back. */
export function openRun(journey: string, run: string): void {
  go({ screen: 'journey', journey, mode: 'live', run });
}

export function closeRun(journey: string): void {
  go({ screen: 'journey', journey, mode: 'live' });
}
