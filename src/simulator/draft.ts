// A simulation while it is being moved on: its own fields may be replaced, what they hold is never changed, so that the
// simulation it came from stays as it was. Sealed into a new simulation at the end of each move. Pure.

import { contextOf, isFinished, type Run } from '../machine/driver.ts';
import type { Facts, PreparedAnswer, SimulatedSend } from './facts.ts';
import { restOf } from './rest.ts';
import type { Rest, Simulation } from './simulation.ts';
import { findLoop, SimulationTooLongError } from './simulation-bound.ts';
import type { TracedStep, TraceEntry } from './trace.ts';
import type { Workings } from './workings.ts';

export interface Draft {
  readonly workings: Workings;
  readonly before: Pick<Simulation, 'trace' | 'steps'>;
  /** Entries of this move. */
  readonly trace: TraceEntry[];
  readonly steps: TracedStep[];
  now: number;
  turns: number;
  run: Run;
  facts: Facts;
  /** Where the trace last said that the run rests. */
  said: string;
}

export function openDraft(workings: Workings, simulation: Simulation): Draft {
  const { now, turns, run, facts, rest, ended } = simulation;
  const said = ended === undefined ? toRestKey(rest) : ended;
  return { workings, before: simulation, trace: [], steps: [], now, turns, run, facts, said };
}

/** Tells rests apart. */
export function toRestKey(rest: Rest | undefined): string {
  return rest === undefined ? '' : `${rest.node}#${rest.visit} ${rest.waiting} ${rest.due ?? ''}`;
}

export function seal(draft: Draft): Simulation {
  const { now, turns, run, facts, before } = draft;
  const ended = isFinished(run) ? (contextOf(run).ended ?? 'done') : undefined;
  const rest = ended === undefined ? restOf(draft) : undefined;
  return {
    now,
    turns,
    run,
    facts,
    trace: draft.trace.length === 0 ? before.trace : [...before.trace, ...draft.trace],
    steps: draft.steps.length === 0 ? before.steps : [...before.steps, ...draft.steps],
    ...(ended === undefined ? {} : { ended }),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Adds an entry to the trace, where one is wanted. */
export function note(draft: Draft, entry: TraceEntry): void {
  if (draft.workings.traces) draft.trace.push(entry);
}

/**
 * Counts a timer that comes due, or a thing that is done.
 *
 * @throws SimulationTooLongError where the run has done all that it may
 */
export function countTurn(draft: Draft): void {
  const { maxTurns: limit } = draft.workings;
  draft.turns += 1;
  if (draft.turns <= limit) return;
  throw new SimulationTooLongError({
    limit,
    action: null,
    loop: findLoop([...draft.before.steps, ...draft.steps]),
  });
}

export function change(draft: Draft, facts: Partial<Facts>): void {
  draft.facts = { ...draft.facts, ...facts };
}

/** Puts a send into the ledger, or its new form in the place of the old one. */
export function putSend(draft: Draft, send: SimulatedSend): SimulatedSend {
  const { sends } = draft.facts;
  const known = sends.findLastIndex(({ id }) => id === send.id);
  change(draft, { sends: known === -1 ? [...sends, send] : sends.with(known, send) });
  return send;
}

/** Takes the first prepared answer of a kind out of those that wait. */
export function takePrepared<Answer extends PreparedAnswer>(
  draft: Draft,
  isMeant: (answer: PreparedAnswer) => answer is Answer,
): Answer | undefined {
  const { answers } = draft.facts;
  const taken = answers.find(isMeant);
  if (taken !== undefined) change(draft, { answers: answers.filter((answer) => answer !== taken) });
  return taken;
}
