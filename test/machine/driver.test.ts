import { describe, expect, test } from 'vitest';
import { maxSteps } from '../../src/machine/driver.ts';
import { act, wait } from '../../src/node-kit/insides.ts';
import { chartOf, circle, offerChart, sendId, sendInHand, steer } from './steered-run.ts';

const accepted = { status: 'accepted', ...sendInHand, due: 7_200_000 } as const;

describe('the driver', () => {
  test('starts in the first node and asks for its activity', () => {
    const { run, place } = steer(offerChart);
    expect(place).toBe('offer.sending');
    expect(run.activities).toEqual([{ op: 'whatsapp.template', node: 'offer', key: 'offer#1', visit: 1 }]);
    expect(run.timers).toEqual([]);
  });

  test('turns the end of a wait into a timer with an absolute time', () => {
    const { run } = steer(offerChart).at(1_000).answer(accepted);
    expect(run.activities).toEqual([]);
    expect(run.timers.map(({ dueAt }) => dueAt)).toEqual([7_200_000]);
  });

  test('settles with the evidence, journals the step and goes on', () => {
    const run = steer(offerChart).at(10).answer(accepted).at(20).evidence({ outcome: 'delivered' });
    expect(run.place).toBe('think.waiting');
    expect(run.journal).toEqual([
      {
        node: 'offer',
        visit: 1,
        entered: 0,
        settled: 20,
        outcome: 'delivered',
        attempted: true,
        send: sendId,
      },
    ]);
    expect(run.run.timers.map(({ dueAt }) => dueAt)).toEqual([86_400_020]);
  });

  test('ends with the outcome of the last node and wants nothing any more', () => {
    const run = steer(offerChart).answer(accepted).evidence().event('order.placed');
    expect(run.ended).toBe('reached');
    expect(run.journal.map(({ node, outcome }) => `${node} ${outcome}`)).toEqual([
      'offer delivered',
      'think received',
      'done reached',
    ]);
    expect([run.run.timers, run.run.activities]).toEqual([[], []]);
  });

  test('is silent when the time for evidence is over', () => {
    const run = steer(offerChart).answer(accepted).fire();
    expect(run.journal[0]).toMatchObject({ outcome: 'silent', attempted: true, settled: 7_200_000 });
  });

  test('ignores a timer that was cancelled', () => {
    const waiting = steer(offerChart).answer(accepted);
    const [timer] = waiting.run.timers;
    const after = waiting.evidence();
    const place = after.place;
    expect(after.feed({ type: 'timer', id: timer?.id ?? '', at: 5 }).place).toBe(place);
    expect(after.journal).toHaveLength(1);
  });

  test('takes no timer that fired in an earlier visit for that of this one', () => {
    const inside = wait({ node: 'rest', exactMs: 1_000, elapsed: 'done', events: { 'bell.rang': 'heard' } });
    const run = steer(chartOf({ rest: { inside, next: 'rest' } }));
    const [fired] = run.run.timers;
    run.at(999).event('bell.rang');
    expect(run.run.timers).toMatchObject([{ id: fired?.id, dueAt: 1_999 }]);
    run.feed({ type: 'timer', id: fired?.id ?? '', at: 1_000 });
    expect(run.journal.map(({ outcome }) => outcome)).toEqual(['heard']);
    run.feed({ type: 'timer', id: fired?.id ?? '', at: 1_999 });
    expect(run.journal.map(({ outcome }) => outcome)).toEqual(['heard', 'done']);
  });

  test('ignores the late result of an activity that was left', () => {
    const run = steer(circle);
    const first = run.run.activities[0]?.key ?? '';
    run.answer({ status: 'settled', outcome: 'ok' });
    const second = run.run.activities;
    expect(run.answer({ status: 'settled', outcome: 'late' }, first).run.activities).toBe(second);
    expect(run.journal.map(({ outcome }) => outcome)).toEqual(['ok']);
  });

  test('ignores what nothing waits for', () => {
    const run = steer(offerChart).answer(accepted).event('order.placed').inbound();
    expect(run.place).toBe('offer.awaiting');
  });

  test('ignores everything after the end', () => {
    const run = steer(offerChart).exit('stopped');
    const before = run.run;
    expect(run.evidence().event('order.placed').exit('again').run).toEqual(before);
  });

  test('settles as invalid with the code when an activity fails for good', () => {
    expect(steer(offerChart).fail('NODE_TEXT').journal[0]).toMatchObject({
      outcome: 'invalid',
      code: 'NODE_TEXT',
    });
  });

  test('counts visits, and numbers activities so that visits are told apart', () => {
    const run = steer(circle).answer({ status: 'settled', outcome: 'ok' });
    expect(run.run.activities).toMatchObject([{ node: 'again', visit: 2 }]);
    expect(run.journal).toMatchObject([{ node: 'again', visit: 1 }]);
  });

  test('ends a run that goes in circles as looped', () => {
    const run = steer(circle);
    for (let step = 0; step < maxSteps; step += 1) run.answer({ status: 'settled', outcome: 'ok' });
    expect(run.ended).toBe('looped');
    expect(run.run.activities).toEqual([]);
  });

  test('starts no timer for a wait without an end', () => {
    const chart = chartOf({
      pause: { inside: wait({ node: 'pause', exactMs: undefined, elapsed: 'done' }) },
    });
    const run = steer(chart).answer({ status: 'wait', due: Number.POSITIVE_INFINITY });
    expect(run.place).toBe('pause.waiting');
    expect(run.run.timers).toEqual([]);
  });

  test('asks locally for a calendar time and waits until then', () => {
    const chart = chartOf({
      pause: { inside: wait({ node: 'pause', exactMs: undefined, elapsed: 'done' }) },
    });
    const run = steer(chart);
    expect(run.run.activities).toMatchObject([{ op: 'evaluate', local: true }]);
    expect(run.at(5).answer({ status: 'wait', due: 1_000 }).run.timers).toMatchObject([{ dueAt: 1_000 }]);
    expect(run.fire().ended).toBe('done');
  });

  test('does not wait when the time has already come', () => {
    const chart = chartOf({
      pause: { inside: wait({ node: 'pause', exactMs: undefined, elapsed: 'done' }) },
    });
    const run = steer(chart).at(5_000).answer({ status: 'wait', due: 1_000 });
    expect(run.run.timers).toMatchObject([{ dueAt: 5_000 }]);
  });
});

describe('an exit', () => {
  const moments = {
    'while a message is sent': () => steer(offerChart),
    'while evidence is awaited': () => steer(offerChart).answer(accepted),
    'while parked': () =>
      steer(offerChart).answer({ status: 'parked', ...sendInHand, due: 9_000, policy: 'window' }),
    'while nobody knows': () => steer(offerChart).answer({ status: 'unknown', ...sendInHand, due: 9_000 }),
    'during a wait': () => steer(offerChart).answer(accepted).evidence(),
  };

  test.each(Object.entries(moments))('ends the run %s', (_when, start) => {
    const before = start();
    const { node } = before.run.snapshot.context;
    const run = before.exit('converted');
    expect(run.ended).toBe('converted');
    expect(run.journal.at(-1)).toMatchObject({ node, outcome: 'converted', policy: 'exit-rule' });
    expect([run.run.timers, run.run.activities]).toEqual([[], []]);
  });
});

test('a plain node runs once and settles with its outcome and code', () => {
  const chart = chartOf({ call: { inside: act({ op: 'http.request', node: 'call' }) } });
  const run = steer(chart).answer({ status: 'settled', outcome: 'failed', code: 'http_503' });
  expect(run.ended).toBe('failed');
  expect(run.journal[0]).toMatchObject({ outcome: 'failed', code: 'http_503' });
});
