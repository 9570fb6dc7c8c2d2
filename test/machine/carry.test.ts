// The law of the carry: taking a run through JSON at any moment changes nothing of what follows.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/machine/chart.ts';
import { type DriverInput, toCarry } from '../../src/machine/driver.ts';
import { act, end, send, wait } from '../../src/node-kit/insides.ts';
import { chartOf, offerChart, type SteeredRun, sendId, sendInHand, steer } from './steered-run.ts';

const names = ['a', 'b', 'c', 'd'] as const;
type Name = (typeof names)[number];

const insideOf = {
  act: (node: Name) => act({ op: 'http.request', node }),
  send: (node: Name) => send({ op: 'sms.send', node }),
  wait: (node: Name) =>
    wait({ node, exactMs: 1_000, elapsed: 'timeout', events: { 'order.placed': 'received' } }),
  calendar: (node: Name) => wait({ node, exactMs: undefined, elapsed: 'done' }),
  end: () => end('reached'),
} as const;

const anyNode = fc.record({
  kind: fc.constantFrom(...(Object.keys(insideOf) as (keyof typeof insideOf)[])),
  next: fc.option(fc.constantFrom(...names), { nil: undefined }),
});

/** Four nodes of any kind with edges to anywhere, themselves included; `end` has none, so that no chart spins. */
const anyChart: fc.Arbitrary<Chart> = fc.tuple(anyNode, anyNode, anyNode, anyNode).map((nodes) =>
  chartOf(
    Object.fromEntries(
      nodes.map(({ kind, next }, index) => {
        const node = names[index] ?? 'a';
        const leads = next === undefined || kind === 'end' ? {} : { next };
        return [node, { inside: insideOf[kind](node), ...leads }];
      }),
    ),
  ),
);

const inHand = { send: fc.constant(sendId), channel: fc.constant('whatsapp'), sender: fc.constant('sdr_1') };
const due = fc.integer({ min: 0, max: 5_000 });
const anyAnswer = fc.oneof(
  fc.record({
    status: fc.constant('settled' as const),
    outcome: fc.constantFrom('ok', 'failed', 'limit.us'),
  }),
  fc.record({
    status: fc.constantFrom('accepted' as const, 'held', 'unknown'),
    ...inHand,
    due,
  }),
  fc.record({
    status: fc.constant('parked' as const),
    ...inHand,
    policy: fc.constant('window'),
    until: due,
    due,
  }),
  fc.record({ status: fc.constant('wait' as const), due }),
);

type Move = (run: SteeredRun) => unknown;
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyAnswer.map(
      (answer): Move =>
        (run) =>
          run.answer(answer),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Move>((run) => run.fire()) },
  fc.constantFrom<Move>(
    (run) => run.evidence(),
    (run) => run.evidence({ send: 'snd_other' }),
    (run) => run.wake(),
    (run) => run.inbound(),
    (run) => run.event('order.placed'),
    (run) => run.fail('NODE_CONFIG'),
  ),
  fc.constant<Move>((run) => run.exit('converted')),
);

describe('the carry', () => {
  test('through JSON at every step gives the same run as never', () => {
    fc.assert(
      fc.property(anyChart, fc.array(anyMove, { maxLength: 40 }), (chart, moves) => {
        const straight = steer(chart);
        const carried = steer(chart).carryOver();
        moves.forEach((move, index) => {
          move(straight.at(index * 10));
          move(carried.at(index * 10));
          carried.carryOver();
          expect(plain(carried)).toEqual(plain(straight));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('is small', () => {
    const run = steer(offerChart).answer({ status: 'accepted', ...sendInHand, due: 7_200_000 });
    expect(JSON.stringify(toCarry(run.run)).length).toBeLessThan(700);
  });

  test('has the timers and activities as they were, so that no wait starts again', () => {
    const run = steer(offerChart)
      .at(5)
      .answer({ status: 'accepted', ...sendInHand, due: 7_200_000 });
    expect(
      run
        .at(900_000)
        .carryOver()
        .run.timers.map(({ dueAt }) => dueAt),
    ).toEqual([7_200_000]);
  });

  test('takes along what came while an activity was under way', () => {
    const run = steer(offerChart).evidence().carryOver();
    expect(run.answer({ status: 'accepted', ...sendInHand, due: 9 }).place).toBe('think.waiting');
  });
});

test('the same events give the same run, whoever drives it', () => {
  const events: readonly DriverInput[] = [
    { type: 'answer', key: 'offer#1', at: 5, answer: { status: 'accepted', ...sendInHand, due: 50 } },
    { type: 'evidence', at: 9, send: sendId, outcome: 'delivered' },
  ];
  const [one, two] = [steer(offerChart), steer(offerChart)];
  for (const event of events) {
    one.feed(event);
    two.feed(event);
  }
  expect(plain(one)).toEqual(plain(two));
});

function plain({ run, journal, ended }: SteeredRun): unknown {
  return JSON.parse(JSON.stringify({ run: toCarry(run), journal, ended }));
}
