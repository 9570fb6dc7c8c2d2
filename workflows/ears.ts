// A run's ears: turns everything that Temporal delivers into inputs of the driver. Deterministic.

import { ApplicationFailure, CancellationScope, setHandler } from '@temporalio/workflow';
import type { DriverInput } from '../src/machine/driver.ts';
import type { EvidenceSignal } from '../src/machine/vocabulary.ts';
import type { Inputs } from './inputs.ts';
import type { Journal } from './journal.ts';
import {
  type EventSignal,
  eventSignal,
  evidenceSignal,
  exitUpdate,
  inboundSignal,
  pathQuery,
  type RunView,
  stateQuery,
  wakeSignal,
} from './messages.ts';

const seenKept = 100;

export interface Ears {
  readonly clock: () => number;
  readonly inputs: Inputs;
  readonly seen: string[];
  readonly view: () => RunView;
  readonly journal: Journal;
}

/** Listens from now on; `seen` are the ids of events already taken. */
export function listen({ clock, inputs, seen, view, journal }: Ears): {
  signals: number;
  readonly seen: readonly string[];
} {
  const heard = { signals: 0, seen };
  const isNew = (id: string) => {
    if (seen.includes(id)) return false;
    seen.push(id);
    if (seen.length > seenKept) seen.shift();
    return true;
  };
  const onSignal =
    <T>(toInput: (item: T, at: number) => DriverInput | undefined) =>
    (items: readonly T[]) => {
      heard.signals += 1;
      for (const item of items) {
        const input = toInput(item, clock());
        if (input !== undefined) inputs.push(input);
      }
    };
  setHandler(
    evidenceSignal,
    onSignal((item: EvidenceSignal, at) => ({ type: 'evidence', at, ...item })),
  );
  setHandler(
    wakeSignal,
    onSignal(({ reason }: { readonly reason: string }, at) => ({ type: 'wake', at, reason })),
  );
  setHandler(
    inboundSignal,
    onSignal(({ id }: { readonly id: string }, at) => (isNew(id) ? { type: 'inbound', at, id } : undefined)),
  );
  setHandler(
    eventSignal,
    onSignal(({ name, id, exit }: EventSignal, at) => {
      if (!isNew(id)) return undefined;
      return exit
        ? { type: 'exit', at, as: exit.as, reason: 'exit-rule' }
        : { type: `event.${name}`, at, id };
    }),
  );
  setHandler(stateQuery, view);
  setHandler(pathQuery, () => journal.path);
  setHandler(
    exitUpdate,
    ({ as }) => {
      inputs.push({ type: 'exit', at: clock(), as, reason: 'operator' });
      return as;
    },
    { validator: ({ as }) => checkExitWord(as) },
  );
  // The run itself decides what a cancellation means: nothing under way is cancelled by it, so nothing needs a shield.
  CancellationScope.current().cancel = () =>
    inputs.push({ type: 'exit', at: clock(), as: 'cancelled', reason: 'cancelled' });
  return heard;
}

function checkExitWord(as: unknown): void {
  if (typeof as === 'string' && /^[a-z][a-zA-Z0-9_.-]{0,59}$/.test(as)) return;
  throw ApplicationFailure.nonRetryable(
    'Expected { as: "a-word" }: lower case first, at most 60 characters.',
    'RUN_EXIT_WORD',
  );
}
