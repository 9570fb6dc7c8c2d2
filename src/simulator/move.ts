// Moves a run on: feeds the driver, does the activities that it wants, lets its timers come due. What the Temporal
// workflow does with signals and sleeps, here with a number for the clock. Pure.

import {
  type Activity,
  advance,
  contextOf,
  type DriverInput,
  isFinished,
  type Run,
  takeLog,
} from '../machine/driver.ts';
import type { JournalEntry, RunContext } from '../machine/machine.ts';
import { NodeError } from '../node-kit/node-error.ts';
import { change, countTurn, type Draft, note, toRestKey } from './draft.ts';
import { evaluateFlow } from './flow.ts';
import { closeSend } from './ledger.ts';
import { performPlain } from './plain.ts';
import { restOf } from './rest.ts';
import { type Performed, performSend } from './send.ts';
import type { TracedStep } from './trace.ts';
import { openVisit } from './visit.ts';

/** Feeds one input and does what follows from it at once, until the run rests or is over. */
export function feed(draft: Draft, input: DriverInput): void {
  takeIn(draft, advance(draft.workings.machine, draft.run, input));
  settleDown(draft);
}

/** Does what the run wants done now, until it rests or is over. */
export function settleDown(draft: Draft): void {
  for (;;) {
    const activity = draft.run.activities.find(({ key }) => !isPutOff(draft, key));
    if (activity === undefined) break;
    doActivity(draft, activity, draft.now);
  }
  if (isFinished(draft.run)) return;
  const { retries } = draft.facts;
  const wanted = retries.filter(({ key }) => draft.run.activities.some((activity) => activity.key === key));
  if (wanted.length !== retries.length) change(draft, { retries: wanted });
}

/** Lets time pass: whatever comes due until then happens, in order. Always true: time passes in any case. */
export function passTime(draft: Draft, until: number): true {
  for (;;) {
    const next = nextDue(draft);
    if (next === undefined || next.at > until) break;
    countTurn(draft);
    draft.now = Math.max(draft.now, next.at);
    next.happen();
    noteRest(draft);
  }
  draft.now = Math.max(draft.now, until);
  return true;
}

/** Takes over what the driver has come to, and writes down the steps that it completed. */
export function takeIn(draft: Draft, after: Run, before: Place = contextOf(draft.run)): void {
  const { run, log } = takeLog(after);
  draft.run = run;
  for (const entry of log) writeDown(draft, entry);
  noteWhere(draft, before);
}

/** Says where the run rests now, or that it is over; once. */
export function noteRest(draft: Draft): void {
  if (!draft.workings.traces) return;
  const { ended = 'done' } = contextOf(draft.run);
  const rest = isFinished(draft.run) ? undefined : restOf(draft);
  const key = rest === undefined ? ended : toRestKey(rest);
  if (key === draft.said) return;
  draft.said = key;
  if (rest === undefined) {
    note(draft, { kind: 'ended', at: draft.now, outcome: ended });
    return;
  }
  const { node, waiting, due } = rest;
  note(draft, { kind: 'waiting', at: draft.now, node, waiting, ...(due === undefined ? {} : { due }) });
}

type Place = Pick<RunContext, 'node' | 'visits'>;

interface Due {
  readonly at: number;
  readonly happen: () => void;
}

function nextDue(draft: Draft): Due | undefined {
  if (isFinished(draft.run)) return undefined;
  let first: Due | undefined;
  for (const { id, dueAt } of draft.run.timers) {
    if (first !== undefined && dueAt >= first.at) continue;
    first = { at: dueAt, happen: () => feed(draft, { type: 'timer', id, at: draft.now }) };
  }
  for (const retry of draft.facts.retries) {
    if (first !== undefined && retry.at >= first.at) continue;
    first = { at: retry.at, happen: () => tryAgain(draft, retry.key) };
  }
  return first;
}

function tryAgain(draft: Draft, key: string): void {
  const { retries } = draft.facts;
  const activity = draft.run.activities.find((candidate) => candidate.key === key);
  const since = retries.find((retry) => retry.key === key)?.since ?? draft.now;
  change(draft, { retries: retries.filter((retry) => retry.key !== key) });
  if (activity !== undefined) doActivity(draft, activity, since);
  settleDown(draft);
}

function isPutOff({ facts }: Draft, key: string): boolean {
  return facts.retries.some((retry) => retry.key === key);
}

/** @param since the clock that the activity goes by: when it was first wanted */
function doActivity(draft: Draft, activity: Activity, since: number): void {
  const { key } = activity;
  const { machine } = draft.workings;
  countTurn(draft);
  let performed: Performed;
  try {
    performed = perform(draft, activity, since);
  } catch (error) {
    if (!(error instanceof NodeError)) throw error;
    takeIn(draft, advance(machine, draft.run, { type: 'failure', key, code: error.code, at: draft.now }));
    return;
  }
  if (performed.status === 'retry') {
    const retry = { key, at: draft.now + performed.afterMs, since };
    change(draft, { retries: [...draft.facts.retries, retry] });
    return;
  }
  takeIn(draft, advance(machine, draft.run, { type: 'answer', key, answer: performed, at: draft.now }));
}

function perform(draft: Draft, { node, visit: number, op }: Activity, since: number): Performed {
  const visit = openVisit(draft, { node, visit: number, now: since });
  const { type } = visit;
  if (op !== 'evaluate' && type.kind === 'message') return performSend(draft, visit, type);
  if (op !== 'evaluate' && type.kind === 'plain') return performPlain(draft, visit);
  return evaluateFlow(draft, visit);
}

function writeDown(draft: Draft, entry: JournalEntry): void {
  const step = toStep(entry);
  draft.steps.push(step);
  change(draft, { nodes: { ...draft.facts.nodes, [entry.node]: { outcome: step.outcome } } });
  if (entry.send !== undefined) closeSend(draft, entry.send, step.outcome);
  note(draft, { kind: 'settled', at: draft.now, ...step });
}

function toStep({ node, visit, outcome = '', attempted, code, policy }: JournalEntry): TracedStep {
  return {
    node,
    visit,
    outcome,
    ...(attempted === undefined ? {} : { attempted }),
    ...(code === undefined ? {} : { code }),
    ...(policy === undefined ? {} : { policy }),
  };
}

/** Several nodes may be passed in one step of the driver: those in between are told by their outcomes. */
function noteWhere(draft: Draft, before: Place): void {
  if (isFinished(draft.run)) return;
  const { node, visits } = contextOf(draft.run);
  const visit = visits[node] ?? 1;
  if (node === before.node && visit === before.visits[node]) return;
  note(draft, { kind: 'entered', at: draft.now, node, visit });
}
