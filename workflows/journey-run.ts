// The Temporal host of the driver: feeds it signals, timers and results, carries out what it wants under way.
// One run of one person; may wait for weeks. Deterministic: see README.md here before changing anything.

import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import {
  begin,
  contextOf,
  fromCarry,
  isFinished,
  type Run,
  takeLog,
  toCarry,
} from '../src/machine/driver.ts';
import { listen } from './ears.ts';
import { Inputs } from './inputs.ts';
import { Journal } from './journal.ts';
import type { RunCarry, RunInput } from './messages.ts';
import type { ChartReference } from './payload-converter.ts';
import { Presentation, presentEntry, viewOf } from './presentation.ts';
import { Underway } from './underway.ts';

const eventsPerLink = 2_000;
const signalsPerLink = 2_000;
const entriesCarried = 100;

/** Runs a person through a journey and returns the run's outcome. */
export async function journey(input: RunInput, chart: ChartReference, carry?: RunCarry): Promise<string> {
  const { machine } = chart;
  const clock = () => Date.now() + (input.clockBaseMs ?? 0);
  const inputs = new Inputs(carry?.queue);
  const journal = new Journal(input.run, carry);
  const underway = new Underway({ run: input.run, clock, journal, post: (item) => inputs.push(item) });
  const presentation = new Presentation();
  let run = carry === undefined ? begin(machine, clock()) : fromCarry(machine, carry.run);
  const ears = listen({
    clock,
    inputs,
    seen: [...(carry?.seen ?? [])],
    view: () => viewOf(run, { now: clock(), isAsking: inputs.isAsking }),
    journal,
  });

  for (;;) {
    run = drained(run);
    if (isFinished(run)) return close();
    underway.reconcile(run);
    if (!underway.isBusy && isLong(ears.signals) && inputs.carried !== undefined) {
      await startNewLink();
      continue;
    }
    const question = inputs.findQuestion(run);
    if (question !== undefined) await inputs.answer(question, (asked) => underway.ask(asked));
    else {
      rest();
      await inputs.arrival();
    }
  }

  function drained(before: Run): Run {
    const taken = takeLog(inputs.drain(machine, before));
    journal.add(taken.log);
    return taken.run;
  }

  /** Nothing to do but wait: says so once. */
  function rest(): void {
    underway.rest();
    const isNews = !underway.isBusy && presentation.fallAsleep(run, { now: clock(), path: journal.path });
    // A send has said itself where the run is, in its own transaction.
    if (isNews && contextOf(run).send === undefined) journal.rest(presentEntry(run));
  }

  /** Takes along all that has come until then, so that a run which is never left alone starts a new link too. */
  async function startNewLink(): Promise<void> {
    if (journal.waiting.length > entriesCarried) journal.rest();
    await journal.written();
    await condition(allHandlersFinished);
    run = drained(run);
    const { carried } = inputs;
    if (isFinished(run) || carried === undefined) return;
    const { path, waiting } = journal;
    const queue = carried.length === 0 ? {} : { queue: carried };
    const next: RunCarry = { run: toCarry(run), seen: ears.seen, path, waiting, ...queue };
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
