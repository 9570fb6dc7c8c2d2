// The Temporal host of the driver: feeds it signals, timers and results, carries out what it wants under way.
// One run of one person; may wait for weeks. Deterministic: see README.md here before changing anything.

import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  advance,
  begin,
  contextOf,
  type DriverInput,
  fromCarry,
  isFinished,
  type Run,
  takeLog,
  toCarry,
} from '../src/machine/driver.ts';
import type { EvidenceSignal } from '../src/machine/vocabulary.ts';
import { Journal } from './journal.ts';
import {
  type EventSignal,
  eventSignal,
  evidenceSignal,
  exitUpdate,
  inboundSignal,
  pathQuery,
  type RunCarry,
  type RunInput,
  stateQuery,
  wakeSignal,
} from './messages.ts';
import type { ChartReference } from './payload-converter.ts';
import { Presentation, presentEntry, viewOf } from './presentation.ts';
import { Underway } from './underway.ts';

const eventsPerLink = 2_000;
const signalsPerLink = 2_000;
const seenKept = 100;
const entriesCarried = 100;

/** Runs a person through a journey and returns the run's outcome. */
export async function journey(input: RunInput, chart: ChartReference, carry?: RunCarry): Promise<string> {
  const { machine } = chart;
  const clock = () => Date.now() + (input.clockBaseMs ?? 0);
  const queue: DriverInput[] = [];
  const journal = new Journal(input.run, carry);
  const underway = new Underway({ run: input.run, clock, journal, post: (item) => queue.push(item) });
  const presentation = new Presentation();
  let run = carry === undefined ? begin(machine, clock()) : fromCarry(machine, carry.run);
  const ears = listen({
    clock,
    queue,
    seen: [...(carry?.seen ?? [])],
    view: () => viewOf(run, clock()),
    journal,
  });

  return CancellationScope.nonCancellable(async () => {
    for (;;) {
      run = drained(run);
      if (isFinished(run)) return close();
      underway.reconcile(run);
      if (!underway.isBusy && isLong(ears.signals)) {
        await startNewLink();
        continue;
      }
      if (!underway.isBusy) rest();
      await condition(() => queue.length > 0);
    }
  });

  function drained(before: Run): Run {
    let after = before;
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      after = advance(machine, after, item);
    const taken = takeLog(after);
    journal.add(taken.log);
    return taken.run;
  }

  /** Nothing to do but wait: say so once. */
  function rest(): void {
    const isNews = presentation.fallAsleep(run, { now: clock(), path: journal.path });
    // A send has said itself where the run is, in its own transaction.
    if (isNews && contextOf(run).send === undefined) journal.rest(presentEntry(run));
  }

  /** Takes along all that has come until then, so that a run which is never left alone starts a new link too. */
  async function startNewLink(): Promise<void> {
    if (journal.waiting.length > entriesCarried) journal.rest();
    await journal.written();
    await condition(allHandlersFinished);
    run = drained(run);
    if (isFinished(run)) return;
    const { path, waiting } = journal;
    const next: RunCarry = { run: toCarry(run), seen: ears.seen, path, waiting };
    await continueAsNew<typeof journey>(input, chart, next);
  }

  async function close(): Promise<string> {
    underway.reconcile(run);
    await underway.settled();
    const outcome = presentation.close(run);
    await journal.close(outcome, clock());
    await condition(allHandlersFinished);
    return outcome;
  }
}

function isLong(signals: number): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= eventsPerLink || signals >= signalsPerLink || continueAsNewSuggested;
}

interface Ears {
  readonly clock: () => number;
  readonly queue: DriverInput[];
  readonly seen: string[];
  readonly view: () => ReturnType<typeof viewOf>;
  readonly journal: Journal;
}

/** Turns everything that Temporal delivers into events of the driver. */
function listen({ clock, queue, seen, view, journal }: Ears): {
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
        if (input !== undefined) queue.push(input);
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
      queue.push({ type: 'exit', at: clock(), as, reason: 'operator' });
      return as;
    },
    { validator: ({ as }) => checkExitWord(as) },
  );
  CancellationScope.current().cancelRequested.catch(() =>
    queue.push({ type: 'exit', at: clock(), as: 'cancelled', reason: 'cancelled' }),
  );
  return heard;
}

function checkExitWord(as: unknown): void {
  if (typeof as === 'string' && /^[a-z][a-zA-Z0-9_.-]{0,59}$/.test(as)) return;
  throw ApplicationFailure.nonRetryable(
    'Expected { as: "a-word" }: lower case first, at most 60 characters.',
    'RUN_EXIT_WORD',
  );
}
