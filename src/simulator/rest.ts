// Where a run rests and what it waits for, in the words that operators see (`Waiting` in the Temporal UI). Pure.

import { contextOf, type Run } from '../machine/driver.ts';
import type { Facts } from './facts.ts';
import type { Rest } from './simulation.ts';
import type { Workings } from './workings.ts';

const waitingWords: Readonly<Record<string, Rest['waiting']>> = {
  awaiting: 'evidence',
  held: 'release',
  parked: 'gate',
  reconciling: 'proof',
  sending: 'retry',
};

/** States in which evidence about the message moves the run on. */
const evidenceStates: ReadonlySet<string> = new Set(['awaiting', 'held', 'reconciling']);

export interface Resting {
  readonly run: Run;
  readonly facts: Facts;
  readonly workings: Workings;
}

/** Where a run that is not over rests. */
export function restOf({ run, facts, workings }: Resting): Rest {
  const { node, visits } = contextOf(run);
  const state = insideState(run.snapshot.value);
  const dues = [...run.timers.map(({ dueAt }) => dueAt), ...facts.retries.map(({ at }) => at)];
  return {
    node,
    visit: visits[node] ?? 1,
    waiting: waitingWords[state] ?? 'time',
    ...(dues.length === 0 ? {} : { due: Math.min(...dues) }),
    ...(evidenceStates.has(state) ? { message: node } : {}),
    events: [...new Set([...heardEvents(run), ...workings.exitEvents])],
  };
}

/** The innermost state's name: `awaiting` of `{ call: { offer: 'awaiting' } }`. */
function insideState(value: unknown): string {
  let inner = value;
  while (typeof inner === 'object' && inner !== null) inner = Object.values(inner)[0];
  return String(inner);
}

const eventPrefix = 'event.';

function heardEvents(run: Run): string[] {
  const names = run.snapshot._nodes.flatMap(({ config }) => Object.keys(config.on ?? {}));
  const events = names.filter((name) => name.startsWith(eventPrefix));
  return events.map((name) => name.slice(eventPrefix.length));
}
