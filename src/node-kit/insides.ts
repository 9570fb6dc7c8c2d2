// The usual insides of nodes: compound states that node types are made of. Each ends in `done` with the node's
// outcome settled. Pure data in the chart's vocabulary.

import type { ChartInvoke, ChartState, ChartTransition, NodeChart } from '../machine/chart.ts';

const done: ChartState = Object.freeze({ type: 'final' });
const settleAnswer: ChartTransition = { target: 'done', actions: [{ type: 'settle' }] };
const settleAlways = Object.freeze([settleAnswer]);

/** Run the activity once, settle with what it answers. */
export function act({ op, node, local }: { op: string; node: string; local?: true }): NodeChart {
  return {
    initial: 'acting',
    states: {
      acting: {
        invoke: {
          id: node,
          src: 'activity',
          input: local ? { op, node, local } : { op, node },
          onDone: settleAlways,
          onError: settleAlways,
        },
      },
      done,
    },
  };
}

/** Settle at once with a fixed outcome. */
export function end(outcome: string): NodeChart {
  return { initial: 'done', states: { done: { type: 'final', entry: [settleAs(outcome)] } } };
}

export interface WaitOptions {
  readonly node: string;
  /** Exact milliseconds; undefined: the engine's `evaluate` computes the instant (calendar time), or settles at once. */
  readonly exactMs: number | undefined;
  /** Outcome when the time has come. */
  readonly elapsed: string;
  /** Events that end the wait earlier, by name: the outcome, or those among which `evaluate` chooses for each event. */
  readonly events?: { readonly [name: string]: string | readonly string[] };
}

/** Rest until an instant, or until one of the events. */
export function wait({ node, exactMs, elapsed, events = {} }: WaitOptions): NodeChart {
  const on: Record<string, ReturnType<typeof endByEvent>> = {};
  for (const name in events) on[`event.${name}`] = endByEvent(events[name] as string | readonly string[]);
  const waiting: ChartState = { after: { [exactMs ?? 'due']: endWith(elapsed) }, on };
  if (exactMs !== undefined) return { initial: 'waiting', states: { waiting, done } };
  const asking: ChartState = {
    invoke: {
      id: node,
      src: 'activity',
      input: { op: 'evaluate', node, local: true },
      onDone: [
        { ...settleAnswer, guard: answered('settled') },
        { target: 'waiting', actions: [{ type: 'keep' }] },
      ],
      onError: settleAlways,
    },
    on,
  };
  return { initial: 'asking', states: { asking, waiting, done } };
}

function endByEvent(outcome: string | readonly string[]): ChartTransition | readonly ChartTransition[] {
  if (typeof outcome === 'string') return endWith(outcome);
  return outcome.map((word) => ({ ...endWith(word), guard: { type: 'heard', params: { outcome: word } } }));
}

/**
 * Send a message and see it through: gate, ledger and POST in one activity, then evidence, a wake, or time
 * (DESIGN 5). A node in `sending` keeps what comes meanwhile; whoever is parked or unsure asks the ledger again.
 */
export function send({ op, node }: { op: string; node: string }): NodeChart {
  const invoke = { id: node, src: 'activity', input: { op, node }, ...sendAnswers } as const;
  return { initial: 'sending', states: { sending: { invoke, on: whileSending }, ...afterSending } };
}

function answered(is: string) {
  return { type: 'status', params: { is } };
}

function settleAs(outcome: string) {
  return { type: 'settle', params: { outcome } };
}

function endWith(outcome: string): ChartTransition {
  return { target: 'done', actions: [settleAs(outcome)] };
}

const remember: ChartTransition = { actions: [{ type: 'remember' }] };
const evidence: ChartTransition = { ...settleAnswer, guard: { type: 'mine' } };
const again: ChartTransition = { target: 'sending' };
const keep = [{ type: 'keep' }];

const sendAnswers: Pick<ChartInvoke, 'onDone' | 'onError'> = {
  onDone: Object.freeze([
    { ...settleAnswer, guard: answered('settled') },
    { ...settleAnswer, guard: { type: 'early' } },
    { ...again, reenter: true, guard: { type: 'woken', params: { is: 'accepted' } }, actions: keep },
    { target: 'awaiting', guard: answered('accepted'), actions: keep },
    { target: 'held', guard: answered('held'), actions: keep },
    { target: 'sending', reenter: true, guard: { type: 'woken' }, actions: keep },
    { target: 'parked', guard: answered('parked'), actions: keep },
    { target: 'reconciling', guard: answered('unknown'), actions: keep },
  ]),
  onError: settleAlways,
};

const whileSending = { evidence: remember, wake: remember, inbound: remember };

// Frozen, because every message node of every chart shares them.
// A wake here says that the attempt failed in passing: the ledger is asked for another.
const forEvidence: ChartState = Object.freeze({
  after: { due: endWith('silent') },
  on: { evidence, wake: again },
});
const parked: ChartState = Object.freeze({
  after: { until: again, due: again },
  on: { wake: again, inbound: again },
});
const reconciling: ChartState = Object.freeze({ after: { due: again }, on: { evidence, wake: again } });

const afterSending: NodeChart['states'] = {
  awaiting: forEvidence,
  held: forEvidence,
  parked,
  reconciling,
  done,
};
