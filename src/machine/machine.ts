// Gives a chart its meaning: the implementations of every name in the vocabulary, bound to XState.
// Pure and deterministic: the only clock is `context.at`, which the driver sets before each transition.

import { type AnyStateMachine, assign, fromPromise, setup } from 'xstate';
import type { Chart } from './chart.ts';
import { assertChart } from './check-chart.ts';
import type { ActivityAnswer, EpochMs, EvidenceSignal, SendInHand, Settled } from './vocabulary.ts';

/** One visited node as the journal keeps it; without `outcome` while the run is still in it. */
export interface JournalEntry extends Partial<Settled> {
  readonly node: string;
  readonly visit: number;
  readonly entered: EpochMs;
  readonly settled?: EpochMs;
}

/** The run's extended state. Plain JSON: it is carried across continue-as-new. */
export interface RunContext {
  /** The run's clock at the event in hand. */
  readonly at: EpochMs;
  readonly node: string;
  readonly entered: EpochMs;
  readonly visits: { readonly [node: string]: number };
  /** When the sub-journeys that the run is in were entered, by the node that calls them. */
  readonly calls?: { readonly [node: string]: EpochMs };
  readonly outcome?: Settled | undefined;
  readonly send?: string | undefined;
  /** Channel and sender of the last message that was waited for. */
  readonly via?: { readonly channel: string; readonly sender: string };
  readonly due?: EpochMs | undefined;
  readonly until?: EpochMs | undefined;
  /** Evidence and wakes that came while the activity was still under way. */
  readonly early?: EvidenceSignal | undefined;
  readonly woken?: true | undefined;
  /** Set when the run is over: the run's own outcome. */
  readonly ended?: string;
  /** Steps completed in the transition in hand; the driver takes them out. */
  readonly log: readonly JournalEntry[];
}

/** The engine's events as XState sees them inside a transition. */
interface MachineEvent {
  readonly type: string;
  readonly output?: ActivityAnswer;
  readonly error?: { readonly code: string };
  readonly send?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly as?: string;
  readonly reason?: string;
}

type Assigned = { context: RunContext; event: MachineEvent };

/**
 * Builds the executable machine of a chart.
 *
 * @throws ChartError when the chart uses a name outside the vocabulary, or a state that it does not have
 */
export function createChartMachine(chart: Chart): AnyStateMachine {
  assertChart(chart);
  const context = ({ input }: { input: { at: EpochMs } }): RunContext => startContext(input.at);
  return meanings.createMachine({ ...chart, context } as Parameters<typeof meanings.createMachine>[0]);
}

const meanings = setup({
  types: {} as { context: RunContext; events: MachineEvent; input: { at: EpochMs } },
  actors: { activity: fromPromise(async () => undefined) },
  delays: {
    due: ({ context }) => delayTo(context.due, context.at),
    until: ({ context }) => delayTo(context.until, context.at),
  },
  guards: {
    status: ({ event }, params: { is: string }) => event.output?.status === params.is,
    early: ({ context, event }) => {
      const answer = event.output;
      return answer !== undefined && 'send' in answer && context.early?.send === answer.send;
    },
    woken: ({ context, event }, params?: { is: string }) =>
      event.output?.status === (params?.is ?? 'parked') && context.woken === true,
    exhausted: ({ context }, params: { max: number }) => (context.visits[context.node] ?? 0) > params.max,
    heard: ({ event }, params: { outcome: string }) => event.outcome === params.outcome,
    mine: ({ context, event }) => context.send !== undefined && event.send === context.send,
    outcome: ({ context }, params: { prefix: string }) => hasPrefix(context.outcome?.outcome, params.prefix),
    failure: ({ context }, params: { successes: readonly string[] }) =>
      isFailure(context.outcome?.outcome, params.successes),
  },
  actions: {
    enter: assign(({ context }: Assigned, params: { node: string }) => entered(context, params.node)),
    call: assign(({ context }: Assigned, params: { node: string }) => called(context, params.node)),
    return: assign(({ context }: Assigned, params: { node: string }) => returned(context, params.node)),
    keep: assign(({ event }: Assigned) => kept(event.output)),
    remember: assign(({ event }: Assigned) => remembered(event)),
    settle: assign(({ context, event }: Assigned, params?: { outcome?: string }) =>
      settled(context, settlement(context, event, params?.outcome)),
    ),
    finish: assign(({ context, event }: Assigned) => finished(context, event)),
  },
});

/** Waits without an end are left out by the driver: it starts no timer for an infinite delay. */
function delayTo(instant: EpochMs | undefined, at: EpochMs): number {
  return instant === undefined ? Number.POSITIVE_INFINITY : Math.max(0, instant - at);
}

/** `limit` catches `limit` and `limit.user`, never `limits`. */
function hasPrefix(outcome: string | undefined, prefix: string): boolean {
  return outcome !== undefined && (outcome === prefix || outcome.startsWith(`${prefix}.`));
}

/** `unresolved` may have reached the person, `exhausted` ends a cycle: both have to be routed by name (DESIGN 4.1). */
function isFailure(outcome: string | undefined, successes: readonly string[]): boolean {
  if (outcome === undefined || outcome === 'unresolved' || outcome === 'exhausted') return false;
  return !successes.includes(outcome);
}

function startContext(at: EpochMs): RunContext {
  return { at, node: '', entered: at, visits: {}, log: [] };
}

// `assign` merges, so what must be forgotten is set to undefined; JSON leaves it out of the carry.
const forgotten = { early: undefined, woken: undefined, until: undefined, due: undefined } as const;

function entered(context: RunContext, node: string): Partial<RunContext> {
  const visits = { ...context.visits, [node]: (context.visits[node] ?? 0) + 1 };
  return { ...forgotten, node, entered: context.at, visits, outcome: undefined, send: undefined };
}

/** A sub-journey's own nodes are visited next; the calling node has its place in the journal when it returns. */
function called(context: RunContext, node: string): Partial<RunContext> {
  return { ...entered(context, node), calls: { ...context.calls, [node]: context.at } };
}

/** The sub-journey came to an end by the outcome of its last node: that is the calling node's outcome now. */
function returned(context: RunContext, node: string): Partial<RunContext> {
  const { [node]: enteredAt = context.at, ...calls } = context.calls ?? {};
  const outcome: Settled = { outcome: context.outcome?.outcome ?? 'done' };
  const back = { ...context, node, entered: enteredAt };
  return {
    node,
    entered: enteredAt,
    calls,
    send: undefined,
    outcome,
    log: [...context.log, step(back, outcome)],
  };
}

/** Takes what the next state waits by from an activity's answer. */
function kept(answer: ActivityAnswer | undefined): Partial<RunContext> {
  if (answer === undefined || answer.status === 'settled' || answer.status === 'ignored') return {};
  return {
    ...forgotten,
    due: answer.due,
    ...('send' in answer ? inHand(answer) : {}),
    ...('until' in answer ? { until: answer.until } : {}),
  };
}

function inHand({ send, channel, sender }: SendInHand): Partial<RunContext> {
  return channel === undefined || sender === undefined ? { send } : { send, via: { channel, sender } };
}

/** What came while an activity was still under way: it must not be lost (DESIGN 5). */
function remembered(event: MachineEvent): Partial<RunContext> {
  if (event.type !== 'evidence') return { woken: true };
  const { send = '', outcome = '', code } = event;
  return { early: code === undefined ? { send, outcome } : { send, outcome, code } };
}

function settlement(context: RunContext, event: MachineEvent, outcome: string | undefined): Settled {
  const send = context.send === undefined ? {} : { send: context.send };
  if (outcome !== undefined)
    return { outcome, ...send, ...(context.send ? { attempted: outcome !== 'expired' } : {}) };
  if (event.type === 'evidence') {
    return {
      outcome: event.outcome ?? '',
      attempted: true,
      ...send,
      ...(event.code ? { code: event.code } : {}),
    };
  }
  const answer = event.output;
  if (answer?.status === 'settled') {
    const { status: _status, ...rest } = answer;
    return rest;
  }
  if (answer !== undefined && context.early !== undefined) return { attempted: true, ...context.early };
  return { outcome: 'invalid', ...(event.error ? { code: event.error.code } : {}) };
}

function settled(context: RunContext, outcome: Settled): Partial<RunContext> {
  // Only a calling node beyond its visits settles by itself: its sub-journey is not entered.
  const { [context.node]: spent, ...calls } = context.calls ?? {};
  const log = [...context.log, step(context, outcome)];
  return spent === undefined ? { outcome, log } : { outcome, log, calls };
}

function finished(context: RunContext, event: MachineEvent): Partial<RunContext> {
  if (event.type !== 'exit' || event.as === undefined) return { ended: context.outcome?.outcome ?? 'done' };
  const interrupted: Settled = {
    outcome: event.as,
    policy: event.reason ?? 'exit',
    ...(context.send ? { send: context.send } : {}),
  };
  return { ended: event.as, outcome: interrupted, log: [...context.log, step(context, interrupted)] };
}

function step(context: RunContext, outcome: Settled): JournalEntry {
  return {
    node: context.node,
    visit: context.visits[context.node] ?? 1,
    entered: context.entered,
    settled: context.at,
    ...outcome,
  };
}
