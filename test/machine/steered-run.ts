// A run of a chart under the real driver, steered in the words of the domain. Its clock is a number that only
// `at` moves; every answer and event happens at that time.

import type { AnyStateMachine } from 'xstate';
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

export function steer(chart: Chart): SteeredRun {
  return new SteeredRun(chart);
}

export class SteeredRun {
  readonly journal: JournalEntry[] = [];
  readonly #machine: AnyStateMachine;
  #now = 0;
  #run: Run;

  constructor(chart: Chart) {
    this.#machine = createChartMachine(chart);
    this.#run = this.#taken(begin(this.#machine, this.#now));
  }

  get run(): Run {
    return this.#run;
  }

  /** `offer.awaiting`, or the bare state where a run is over. */
  get place(): string {
    const value: unknown = this.#run.snapshot.value;
    if (typeof value !== 'object' || value === null) return String(value);
    return Object.entries(value).flat().join('.');
  }

  get ended(): string | undefined {
    return contextOf(this.#run).ended;
  }

  at(time: number): this {
    this.#now = time;
    return this;
  }

  feed(input: DriverInput): this {
    this.#run = this.#taken(advance(this.#machine, this.#run, input));
    return this;
  }

  /** The activity in hand answers, or the one of `key` does. */
  answer(answer: ActivityAnswer, key = this.#keyInHand): this {
    return this.feed({ type: 'answer', key, answer, at: this.#now });
  }

  fail(code: string): this {
    return this.feed({ type: 'failure', key: this.#keyInHand, code, at: this.#now });
  }

  evidence(evidence: Partial<EvidenceSignal> = {}): this {
    return this.feed({ type: 'evidence', at: this.#now, send: sendId, outcome: 'delivered', ...evidence });
  }

  wake(): this {
    return this.feed({ type: 'wake', at: this.#now, reason: 'test' });
  }

  inbound(): this {
    return this.feed({ type: 'inbound', at: this.#now, id: 'inb_1' });
  }

  event(name: string): this {
    return this.feed({ type: `event.${name}`, at: this.#now, id: 'evt_1' });
  }

  exit(as: string): this {
    return this.feed({ type: 'exit', at: this.#now, as, reason: 'exit-rule' });
  }

  /** The next timer fires at its time. */
  fire(): this {
    const [next] = [...this.#run.timers].sort((left, right) => left.dueAt - right.dueAt);
    if (next === undefined) return this;
    return this.at(next.dueAt).feed({ type: 'timer', id: next.id, at: next.dueAt });
  }

  /** Goes through JSON, as at continue-as-new. */
  carryOver(): this {
    this.#run = fromCarry(this.#machine, JSON.parse(JSON.stringify(toCarry(this.#run))));
    return this;
  }

  get #keyInHand(): string {
    return this.#run.activities[0]?.key ?? 'none';
  }

  #taken(run: Run): Run {
    const taken = takeLog(run);
    this.journal.push(...taken.log);
    return taken.run;
  }
}
