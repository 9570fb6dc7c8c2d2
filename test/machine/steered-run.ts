// A run of a chart under the real driver, steered in the words of the domain. Its clock is a number that only
// `at` moves; every answer and event happens at that time.

import type { Chart, ChartState } from '../../src/machine/chart.ts';
import {
  advance,
  begin,
  contextOf,
  type DriverInput,
  fromCarry,
  type Run,
  takeLog,
  toCarry,
} from '../../src/machine/driver.ts';
import { createChartMachine, type JournalEntry } from '../../src/machine/machine.ts';
import type { ActivityAnswer, EvidenceSignal } from '../../src/machine/vocabulary.ts';
import { act, end, send, wait } from '../../src/node-kit/insides.ts';

export const sendId = 'snd_1';
/** The send in hand, as an activity answers it. */
export const sendInHand = { send: sendId, channel: 'whatsapp', sender: 'sdr_1' } as const;

/** Nodes by name: their insides, and where each leads whatever its outcome. */
export function chartOf(
  nodes: Record<string, { inside: Pick<ChartState, 'initial' | 'states'>; next?: string }>,
): Chart {
  const finish = { target: '$end', actions: [{ type: 'finish' }] };
  const states = Object.entries(nodes).map(([node, { inside, next }]): [string, ChartState] => {
    const edge =
      next === undefined ? finish : { target: next, ...(next === node ? { reenter: true as const } : {}) };
    return [node, { ...inside, entry: [{ type: 'enter', params: { node } }], onDone: [edge] }];
  });
  return {
    id: 'journey',
    initial: Object.keys(nodes)[0] ?? '',
    states: { ...Object.fromEntries(states), $end: { type: 'final' } },
    on: { exit: { target: '.$end', actions: [{ type: 'finish' }] } },
  };
}

/** `offer` is sent and seen through, then `think` waits a day for an order, then the run is `done`. */
export const offerChart = chartOf({
  offer: { inside: send({ op: 'whatsapp.template', node: 'offer' }), next: 'think' },
  think: {
    inside: wait({
      node: 'think',
      exactMs: 86_400_000,
      elapsed: 'timeout',
      events: { 'order.placed': 'received' },
    }),
    next: 'done',
  },
  done: { inside: end('reached') },
});

/** One plain node that leads to itself. */
export const circle = chartOf({
  again: { inside: act({ op: 'http.request', node: 'again' }), next: 'again' },
});

export function steer(chart: Chart) {
  const machine = createChartMachine(chart);
  let now = 0;
  const started = takeLog(begin(machine, now));
  let { run } = started;
  const journal: JournalEntry[] = [...started.log];

  function feed(input: DriverInput): void {
    const taken = takeLog(advance(machine, run, input));
    journal.push(...taken.log);
    run = taken.run;
  }

  const steered = {
    get run(): Run {
      return run;
    },
    get journal(): readonly JournalEntry[] {
      return journal;
    },
    /** `offer.awaiting`, or the bare state where a run is over. */
    get place(): string {
      const value: unknown = run.snapshot.value;
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.entries(value).flat().join('.');
    },
    get ended(): string | undefined {
      return contextOf(run).ended;
    },
    at(time: number) {
      now = time;
      return steered;
    },
    feed(input: DriverInput) {
      feed(input);
      return steered;
    },
    /** The activity in hand answers, or the one of `key` does. */
    answer(answer: ActivityAnswer, key = run.activities[0]?.key ?? 'none') {
      feed({ type: 'answer', key, answer, at: now });
      return steered;
    },
    fail(code: string, key = run.activities[0]?.key ?? 'none') {
      feed({ type: 'failure', key, code, at: now });
      return steered;
    },
    evidence(evidence: Partial<EvidenceSignal> = {}) {
      feed({ type: 'evidence', at: now, send: sendId, outcome: 'delivered', ...evidence });
      return steered;
    },
    wake() {
      feed({ type: 'wake', at: now, reason: 'test' });
      return steered;
    },
    inbound() {
      feed({ type: 'inbound', at: now, id: 'inb_1' });
      return steered;
    },
    event(name: string) {
      feed({ type: `event.${name}`, at: now, id: 'evt_1' });
      return steered;
    },
    exit(as: string) {
      feed({ type: 'exit', at: now, as, reason: 'exit-rule' });
      return steered;
    },
    /** The next timer fires at its time. */
    fire() {
      const [next] = [...run.timers].sort((left, right) => left.dueAt - right.dueAt);
      if (next === undefined) return steered;
      now = next.dueAt;
      feed({ type: 'timer', id: next.id, at: now });
      return steered;
    },
    /** Goes through JSON, as at continue-as-new. */
    carryOver() {
      run = fromCarry(machine, JSON.parse(JSON.stringify(toCarry(run))));
      return steered;
    },
  };
  return steered;
}

export type SteeredRun = ReturnType<typeof steer>;
