// Walks a compiled chart in bare XState, with the vocabulary's guards and actions in their smallest honest form:
// what a test needs to see which node comes next. The driver in `src/machine` is the real host.

import {
  assign,
  type createMachine,
  fromPromise,
  initialTransition,
  type SnapshotFrom,
  setup,
  transition,
} from 'xstate';
import { isFailure, matchesPrefix } from '../../src/journey/outcome-match.ts';
import type { Chart } from '../../src/machine/chart.ts';

interface WalkContext {
  readonly outcome: string;
  readonly ended: string | undefined;
  readonly entered: readonly string[];
}

const vocabulary = setup({
  types: { context: {} as WalkContext, events: {} as { type: string; outcome?: string; as?: string } },
  actors: { activity: fromPromise(() => new Promise(() => {})) },
  guards: {
    outcome: ({ context }, params: { prefix: string }) => matchesPrefix(context.outcome, params.prefix),
    failure: ({ context }, params: { successes: string[] }) => isFailure(context.outcome, params.successes),
  },
  actions: {
    enter: assign({ entered: ({ context }, params: { node: string }) => [...context.entered, params.node] }),
    settle: assign({
      outcome: ({ event }, params: { outcome?: string } | undefined) =>
        params?.outcome ?? (event as { output?: { outcome: string } }).output?.outcome ?? 'none',
    }),
    finish: assign({ ended: ({ context, event }) => event.as ?? context.outcome }),
  },
  delays: { due: 1_000 },
});

/** A step of a walk: the outcome of the activity in hand, or another event. */
export type Step = { readonly done: string } | { readonly event: string };

/** Enters the chart and takes the steps; says which nodes were entered and how the run ended. */
export function walkChart(
  chart: Chart,
  steps: readonly Step[],
): { entered: readonly string[]; ended?: string } {
  const machine = vocabulary.createMachine({
    ...(chart as Parameters<typeof createMachine>[0]),
    context: { outcome: 'none', ended: undefined, entered: [] },
  } as never);
  let [snapshot] = initialTransition(machine);
  for (const step of steps) {
    const node = Object.keys(snapshot.value as object)[0];
    const event =
      'done' in step
        ? { type: `xstate.done.actor.${node}.act`, output: { outcome: step.done } }
        : { type: step.event };
    [snapshot] = transition(machine, snapshot, event as never);
  }
  const context = (snapshot as SnapshotFrom<typeof machine>).context as WalkContext;
  return { entered: context.entered, ...(context.ended === undefined ? {} : { ended: context.ended }) };
}
