// Keeps what the driver wants under way really under way: starts the timers and activities that are missing,
// cancels those no longer wanted. Results come back through `post`. Deterministic.

import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  sleep,
} from '@temporalio/workflow';
import type { Activity, DriverInput, Run, Timer } from '../src/machine/driver.ts';
import type { ActivityAnswer, EpochMs } from '../src/machine/vocabulary.ts';
import type { Journal } from './journal.ts';
import type { NodeActivity, NodeActivityInput } from './messages.ts';

interface Running {
  readonly scope: CancellationScope;
  readonly ended: Promise<void>;
}

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

  /** True while an activity may still be at work, wanted or not. */
  get isBusy(): boolean {
    return this.#activities.size > 0;
  }

  /** Resolves when no activity is at work any more: a run never closes while its POST is in flight. */
  async settled(): Promise<void> {
    await Promise.all([...this.#activities.values()].map(({ ended }) => ended));
  }

  #startTimer(timer: Timer): Running {
    const { clock, post } = this.#options;
    const scope = new CancellationScope();
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
    const scope = new CancellationScope();
    const riding = journal.take();
    const { key } = activity;
    const ended = scope
      .run(() => perform(activity, this.#inputOf(activity, riding.entries)))
      .then(
        (answer) => post({ type: 'answer', key, answer, at: clock() }),
        (error: unknown) => {
          riding.giveBack();
          if (!isCancellation(error)) post({ type: 'failure', key, code: failureCode(error), at: clock() });
        },
      )
      .finally(() => this.#activities.delete(key));
    return { scope, ended };
  }

  #inputOf({ node, visit }: Activity, entries: NodeActivityInput['journal'] = []): NodeActivityInput {
    const input = { run: this.#options.run, node, visit, at: this.#options.clock() };
    return entries.length === 0 ? input : { ...input, journal: entries };
  }
}

function cancelUnwanted(
  running: ReadonlyMap<string, Running>,
  wanted: ReadonlyMap<string, unknown>,
): string[] {
  const unwanted = [...running.keys()].filter((key) => !wanted.has(key));
  for (const key of unwanted) running.get(key)?.scope.cancel();
  return unwanted;
}

async function perform(activity: Activity, input: NodeActivityInput): Promise<ActivityAnswer> {
  const summary = `${activity.node}: ${activity.op}`;
  if (activity.local) return performLocally(activity.op, input, summary);
  return remote(activity.op, summary)(input);
}

/** Local first, so that it costs one event; then a normal activity, so that an outage doesn't keep the task busy. */
export async function performLocally<I, O>(op: string, input: I, summary: string): Promise<O> {
  const local = proxyLocalActivities<Record<string, (input: I) => Promise<O>>>({
    scheduleToCloseTimeout: '5s',
    retry: { initialInterval: '200ms', maximumInterval: '1s' },
    summary,
  });
  try {
    return await named(local, op)(input);
  } catch (error) {
    if (isCancellation(error) || isFinal(error)) throw error;
    return named(
      proxyActivities<Record<string, (input: I) => Promise<O>>>(remoteOptions(summary)),
      op,
    )(input);
  }
}

function remote(op: string, summary: string): NodeActivity {
  return named(proxyActivities<Record<string, NodeActivity>>(remoteOptions(summary)), op);
}

/** Only what is proved not sent reaches Temporal's retry: the ledger guards the rest (DESIGN 7.1). */
function remoteOptions(summary: string) {
  return {
    startToCloseTimeout: '60s',
    heartbeatTimeout: '5s',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: '1s', maximumInterval: '60s' },
    summary,
  } as const;
}

function named<F>(proxy: Record<string, F>, op: string): F {
  return proxy[op] as F;
}

function isFinal(error: unknown): boolean {
  return (
    error instanceof ActivityFailure &&
    error.cause instanceof ApplicationFailure &&
    error.cause.nonRetryable === true
  );
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
