// The driver: snapshot + event -> snapshot + what should be under way. It interprets XState's own effects and
// nothing else; it knows neither Temporal nor clocks. Hosts carry out `timers` and `activities`, which are data:
// after each step they start what is missing and cancel what is gone, so one code path serves start,
// continue-as-new and restart.

import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { ActivityRequest, Chart, ChartTransition } from './chart.ts';
import type { JournalEntry, RunContext } from './machine.ts';
import { enterMachine, type Step, stepMachine } from './step.ts';
import type { ActivityAnswer, DriverEvent, EpochMs } from './vocabulary.ts';

export interface Timer {
  /** XState's own id, which is the event it raises. */
  readonly id: string;
  readonly dueAt: EpochMs;
}

export interface Activity extends ActivityRequest {
  /** Unique in the run, so that a late result of an abandoned activity is told from the one in hand. */
  readonly key: string;
  readonly visit: number;
}

/** A run between two events. */
export interface Run {
  readonly snapshot: AnyMachineSnapshot;
  readonly timers: readonly Timer[];
  readonly activities: readonly Activity[];
  /** Steps completed and not yet taken by the host. */
  readonly log: readonly JournalEntry[];
  /** Transitions so far; also numbers the activities. */
  readonly steps: number;
}

/** What survives continue-as-new: plain JSON, about 600 bytes. */
export interface Carry {
  readonly value: unknown;
  readonly context: RunContext;
  readonly timers: readonly Timer[];
  readonly activities: readonly Activity[];
  readonly steps: number;
}

/** Results and timers come back to the driver in these forms, besides the events of the vocabulary. */
export type DriverInput =
  | DriverEvent
  | { readonly type: 'timer'; readonly id: string; readonly at: EpochMs }
  | { readonly type: 'answer'; readonly key: string; readonly answer: ActivityAnswer; readonly at: EpochMs }
  | { readonly type: 'failure'; readonly key: string; readonly code: string; readonly at: EpochMs };

/** A journey that takes this many transitions is running in circles; the run ends as `looped`. */
export const maxSteps = 20_000;

/** Enters the start node. `at` is the run's clock. */
export function begin(machine: AnyStateMachine, at: EpochMs): Run {
  const step = enterMachine(machine, at);
  return follow({ snapshot: step.snapshot, timers: [], activities: [], log: [], steps: 0 }, step);
}

/** Feeds one event. Events that nothing waits for, and late results, change nothing. */
export function advance(machine: AnyStateMachine, run: Run, input: DriverInput): Run {
  if (isFinished(run)) return run;
  const event = toMachineEvent(run, input);
  if (event === undefined) return run;
  return follow(without(run, input), stepMachine(machine, withClock(run.snapshot, input.at), event));
}

export function isFinished(run: Run): boolean {
  return run.snapshot.status !== 'active';
}

/**
 * The node that has to be asked what an event means to it before the event is fed (guard `heard`), or undefined where
 * no state at hand takes it conditionally.
 */
export function findAsked(
  run: Run,
  event: `event.${string}`,
): { readonly node: string; readonly visit: number } | undefined {
  const isAsked = run.snapshot._nodes.some(({ config }) =>
    listOf((config.on as Chart['on'] | undefined)?.[event]).some(({ guard }) => guard?.type === 'heard'),
  );
  const { node, visits } = contextIn(run.snapshot);
  return isAsked ? { node, visit: visits[node] ?? 1 } : undefined;
}

/** The run's context: what it is in, waits for, and how it ended. */
export function contextOf(run: Run): RunContext {
  return run.snapshot.context as RunContext;
}

/** Takes the completed steps out of the run. */
export function takeLog(run: Run): { readonly run: Run; readonly log: readonly JournalEntry[] } {
  return { run: { ...run, log: [] }, log: run.log };
}

export function toCarry(run: Run): Carry {
  const { timers, activities, steps } = run;
  return { value: run.snapshot.value, context: contextOf(run), timers, activities, steps };
}

export function fromCarry(machine: AnyStateMachine, carry: Carry): Run {
  const { value, context, timers, activities, steps } = carry;
  const snapshot = machine.resolveState({ value: value as never, context: context as never });
  return { snapshot, timers, activities, steps, log: [] };
}

/** Carries XState's effects over into data: what should be under way after this step. */
function follow(run: Run, { snapshot, effects }: Step): Run {
  if (snapshot.status === 'error') throw snapshot.error;
  const steps = run.steps + 1;
  let { timers, activities } = run;
  for (const effect of effects) {
    const params = (effect.params ?? {}) as unknown as EffectParams;
    switch (effect.type) {
      case 'xstate.spawnChild':
        activities = [...activities, toActivity(params.input, steps, snapshot)];
        break;
      case 'xstate.stopChild':
        // A node invokes one activity at a time, so leaving the invoking state leaves them all.
        activities = activities.filter((activity) => activity.key.endsWith(`#${steps}`));
        break;
      case 'xstate.raise':
        timers = withTimer(timers, params, contextIn(snapshot).at);
        break;
      case 'xstate.cancel':
        timers = timers.filter((timer) => timer.id !== params.sendId);
        break;
    }
  }
  const { log } = contextIn(snapshot);
  const next = {
    snapshot: withContext(snapshot, { log: [] }),
    timers,
    activities,
    log: [...run.log, ...log],
    steps,
  };
  return steps > maxSteps ? looped(next) : next;
}

interface EffectParams {
  readonly id: string;
  readonly delay?: number;
  readonly sendId: string;
  readonly input: ActivityRequest;
}

function toActivity(request: ActivityRequest, step: number, snapshot: AnyMachineSnapshot): Activity {
  return { ...request, key: `${request.node}#${step}`, visit: contextIn(snapshot).visits[request.node] ?? 1 };
}

function withTimer(timers: readonly Timer[], { id, delay }: EffectParams, at: EpochMs): readonly Timer[] {
  if (delay === undefined || !Number.isFinite(delay)) return timers;
  return [...timers.filter((timer) => timer.id !== id), { id, dueAt: at + delay }];
}

/** XState's form of an input; undefined for what was abandoned in the meantime. */
function toMachineEvent(run: Run, input: DriverInput): AnyEventObject | undefined {
  switch (input.type) {
    case 'timer':
      // One that fired before its state was entered anew is not the one that runs now.
      return run.timers.some(({ id, dueAt }) => id === input.id && dueAt <= input.at)
        ? { type: input.id }
        : undefined;
    case 'answer':
    case 'failure': {
      const activity = run.activities.find(({ key }) => key === input.key);
      if (activity === undefined) return undefined;
      return input.type === 'answer'
        ? { type: `xstate.done.actor.${activity.node}`, actorId: activity.node, output: input.answer }
        : {
            type: `xstate.error.actor.${activity.node}`,
            actorId: activity.node,
            error: { code: input.code },
          };
    }
    default:
      return input;
  }
}

/** The fired timer and the answered activity are no longer under way. */
function without(run: Run, input: DriverInput): Run {
  if (input.type === 'timer') return { ...run, timers: run.timers.filter(({ id }) => id !== input.id) };
  if (input.type !== 'answer' && input.type !== 'failure') return run;
  return { ...run, activities: run.activities.filter(({ key }) => key !== input.key) };
}

function listOf(
  transitions: ChartTransition | readonly ChartTransition[] | undefined,
): readonly ChartTransition[] {
  if (transitions === undefined) return [];
  return 'length' in transitions ? transitions : [transitions];
}

function looped(run: Run): Run {
  const snapshot = withContext({ ...run.snapshot, status: 'done' } as AnyMachineSnapshot, {
    ended: 'looped',
  });
  return { ...run, snapshot, timers: [], activities: [] };
}

function withClock(snapshot: AnyMachineSnapshot, at: EpochMs): AnyMachineSnapshot {
  return withContext(snapshot, { at });
}

function withContext(snapshot: AnyMachineSnapshot, change: Partial<RunContext>): AnyMachineSnapshot {
  return { ...snapshot, context: { ...contextIn(snapshot), ...change } } as AnyMachineSnapshot;
}

function contextIn(snapshot: AnyMachineSnapshot): RunContext {
  return snapshot.context as RunContext;
}
