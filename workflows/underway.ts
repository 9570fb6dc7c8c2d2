// Keeps what the driver wants under way really under way: starts the timers and activities that are missing,
// cancels those no longer wanted. Results come back through `post`. Deterministic.

import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  sleep,
} from '@temporalio/workflow';
import type { Activity, DriverInput, Run, Timer } from '../src/machine/driver.ts';
import type { JournalEntry } from '../src/machine/machine.ts';
import type { ActivityAnswer, EpochMs } from '../src/machine/vocabulary.ts';
import { type ActivityCall, callActivity, callLocallyFirst } from './activity-calls.ts';
import type { Question } from './inputs.ts';
import type { Journal } from './journal.ts';
import type { NodeActivityInput } from './messages.ts';

/**
 * A scope without a time-out of its own. The SDK's awaits what runs in it, which makes two promises more, and each costs
 * a recorded stack (`npm run bench -- start`).
 */
class Cancellable extends CancellationScope {
  protected override runInContext<T>(run: () => Promise<T>): Promise<T> {
    return run();
  }
}

interface Running {
  /** None for a local activity: it is left to end, and its result ignored. */
  readonly scope?: CancellationScope;
  readonly ended: Promise<void>;
}

/** At about 10 ms each, a task then ends long before a hundred signals wait for it. */
const localsInARow = 10;

export interface UnderwayOptions {
  readonly run: string;
  readonly clock: () => EpochMs;
  readonly journal: Journal;
  readonly post: (input: DriverInput) => void;
}

export class Underway {
  readonly #options: UnderwayOptions;
  readonly #timers = new Map<string, Running>();
  readonly #activities = new Map<string, Running>();
  #locals = 0;

  constructor(options: UnderwayOptions) {
    this.#options = options;
  }

  /** Starts what is missing and cancels what is gone. */
  reconcile(run: Run): void {
    const timers = new Map(run.timers.map((timer) => [`${timer.id}@${timer.dueAt}`, timer]));
    for (const key of cancelUnwanted(this.#timers, timers)) this.#timers.delete(key);
    for (const [key, timer] of timers) {
      if (!this.#timers.has(key)) this.#timers.set(key, this.#startTimer(timer));
    }
    const activities = new Map(run.activities.map((activity) => [activity.key, activity]));
    cancelUnwanted(this.#activities, activities);
    for (const [key, activity] of activities) {
      if (!this.#activities.has(key)) this.#activities.set(key, this.#startActivity(activity));
    }
  }

  /** Asks a node what an event means to it: an outcome, or undefined where it means nothing, or can't be told. */
  async ask({ node, visit, event }: Question): Promise<string | undefined> {
    const { run, clock, journal } = this.#options;
    const riding = journal.take();
    const heard = { name: event.type.slice('event.'.length), id: event.id };
    const input = { ...toInput({ run, node, visit, at: clock() }, riding.entries), heard };
    const key = `${event.id}?`;
    const asked = this.#callLocally({ op: 'evaluate', input, summary: node }).then(
      (answer) => (answer.status === 'settled' ? answer.outcome : undefined),
      () => {
        riding.giveBack();
        return undefined;
      },
    );
    this.#activities.set(key, { ended: asked.then(() => undefined) });
    const outcome = await asked;
    this.#activities.delete(key);
    return outcome;
  }

  /** True while an activity may still be at work, wanted or not. */
  get isBusy(): boolean {
    return this.#activities.size > 0;
  }

  /** The run waits for something to come: unless an activity is at work, its workflow task ends here. */
  rest(): void {
    if (!this.isBusy) this.#locals = 0;
  }

  /** Resolves when no activity is at work any more: a run never closes while its POST is in flight. */
  async settled(): Promise<void> {
    await Promise.all([...this.#activities.values()].map(({ ended }) => ended));
  }

  #startTimer(timer: Timer): Running {
    const { clock, post } = this.#options;
    const scope = new Cancellable();
    const ended = scope
      .run(() => sleep(timer.dueAt - clock(), { summary: timerSummary(timer.id) }))
      .then(
        () => post({ type: 'timer', id: timer.id, at: Math.max(timer.dueAt, clock()) }),
        ignoreCancellation,
      );
    return { scope, ended };
  }

  #startActivity(activity: Activity): Running {
    const { clock, post, journal } = this.#options;
    // Cancelling a local activity that has just ended can break the SDK's state machine for the whole run ("Invalid
    // transition", seen with 2,400 signals on a busy machine); it is short, so nothing is won by it either.
    const scope = activity.local ? undefined : new Cancellable();
    const riding = journal.take();
    const { key } = activity;
    const call = () => this.#call(activity, riding.entries);
    const ended = (scope === undefined ? call() : scope.run(call)).then(
      (answer) => {
        this.#activities.delete(key);
        post({ type: 'answer', key, answer, at: clock() });
      },
      (error: unknown) => {
        this.#activities.delete(key);
        riding.giveBack();
        if (!isCancellation(error)) post({ type: 'failure', key, code: failureCode(error), at: clock() });
      },
    );
    return scope === undefined ? { ended } : { scope, ended };
  }

  #call({ node, visit, op, local }: Activity, entries: readonly JournalEntry[]): Promise<ActivityAnswer> {
    const { run, clock } = this.#options;
    const input = toInput({ run, node, visit, at: clock() }, entries);
    const call = { op, input, summary: node };
    return local ? this.#callLocally(call) : callActivity(call);
  }

  /**
   * As long as one local activity follows another, their workflow task stays open, and signals wait for its end; at the
   * 101st the server fails it, and all their answers are lost. So one now and then is a normal one, which ends the task.
   */
  #callLocally(call: ActivityCall<NodeActivityInput>): Promise<ActivityAnswer> {
    this.#locals = (this.#locals + 1) % localsInARow;
    return this.#locals === 0 ? callActivity(call) : callLocallyFirst(call);
  }
}

function toInput(visit: NodeActivityInput, entries: readonly JournalEntry[]): NodeActivityInput {
  return entries.length === 0 ? visit : { ...visit, journal: entries };
}

function cancelUnwanted(
  running: ReadonlyMap<string, Running>,
  wanted: ReadonlyMap<string, unknown>,
): string[] {
  const unwanted = [...running.keys()].filter((key) => !wanted.has(key));
  for (const key of unwanted) running.get(key)?.scope?.cancel();
  return unwanted;
}

function failureCode(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure ? (cause.type ?? 'ACTIVITY_FAILED') : 'ACTIVITY_FAILED';
}

function ignoreCancellation(error: unknown): void {
  if (!isCancellation(error)) throw error;
}

/** `xstate.after.due.journey.offer.awaiting` -> `offer awaiting`: a timer in the journey's own words. */
function timerSummary(id: string): string {
  return id.split('.').slice(-2).join(' ');
}
