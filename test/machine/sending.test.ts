import { describe, expect, test } from 'vitest';
import { offerChart, sendId, sendInHand, steer } from './steered-run.ts';

const accepted = { status: 'accepted', ...sendInHand, due: 7_200_000 } as const;
const parked = { status: 'parked', ...sendInHand, until: 1_000, due: 9_000, policy: 'quiet-hours' } as const;
const unknown = { status: 'unknown', ...sendInHand, due: 600_000 } as const;

describe('while sending', () => {
  test('evidence that outruns the answer is remembered and settles with it', () => {
    const run = steer(offerChart).evidence({ outcome: 'experiment', code: '130472' });
    expect(run.place).toBe('offer.sending');
    run.answer(accepted);
    expect(run.place).toBe('think.waiting');
    expect(run.journal[0]).toMatchObject({ outcome: 'experiment', code: '130472', attempted: true });
  });

  test('evidence of another send is forgotten', () => {
    expect(steer(offerChart).evidence({ send: 'snd_other' }).answer(accepted).place).toBe('offer.awaiting');
  });

  test('a wake that outruns the answer asks the gate once more', () => {
    const run = steer(offerChart).wake().answer(parked);
    expect(run.place).toBe('offer.sending');
    expect(run.run.activities).toMatchObject([{ key: 'offer#3', visit: 1 }]);
    expect(run.answer(parked).place).toBe('offer.parked');
  });

  test('an inbound message that outruns the answer counts as a wake', () => {
    expect(steer(offerChart).inbound().answer(parked).place).toBe('offer.sending');
  });

  test('a wake before an accepted answer asks the ledger once more', () => {
    const run = steer(offerChart).wake().answer(accepted);
    expect(run.place).toBe('offer.sending');
    expect(run.answer(accepted).place).toBe('offer.awaiting');
  });
});

describe('while evidence is awaited', () => {
  test('a wake asks the ledger, which may send once more', () => {
    const run = steer(offerChart).answer(accepted).wake();
    expect(run.place).toBe('offer.sending');
    expect(run.run.timers).toEqual([]);
  });

  test('an inbound message changes nothing', () => {
    expect(steer(offerChart).answer(accepted).inbound().place).toBe('offer.awaiting');
  });
});

describe('while parked', () => {
  const start = () => steer(offerChart).answer(parked);

  test('the gate is asked again at its time', () => {
    const run = start();
    expect(run.run.timers.map(({ dueAt }) => dueAt).sort()).toEqual([1_000, 9_000]);
    expect(run.fire().place).toBe('offer.sending');
    expect(run.run.timers).toEqual([]);
  });

  test('a wake asks the gate at once', () => {
    expect(start().wake().place).toBe('offer.sending');
  });

  test('an inbound message asks the gate at once', () => {
    expect(start().inbound().place).toBe('offer.sending');
  });

  test('without a known time only the end of the message is a timer', () => {
    const { until: _until, ...open } = parked;
    const run = steer(offerChart).answer(open);
    expect(run.run.timers.map(({ dueAt }) => dueAt)).toEqual([9_000]);
    expect(run.fire().place).toBe('offer.sending');
  });

  test('a refusal at last settles without an attempt', () => {
    const run = start().fire();
    run.answer({ status: 'settled', outcome: 'expired', attempted: false, policy: 'window', send: sendId });
    expect(run.journal[0]).toMatchObject({ outcome: 'expired', attempted: false, policy: 'window' });
  });
});

describe('while nobody knows', () => {
  test('evidence settles it', () => {
    expect(steer(offerChart).answer(unknown).evidence().journal[0]).toMatchObject({ outcome: 'delivered' });
  });

  test('evidence of another send does not', () => {
    expect(steer(offerChart).answer(unknown).evidence({ send: 'snd_other' }).place).toBe('offer.reconciling');
  });

  test('the ledger is asked again when the wait is over', () => {
    expect(steer(offerChart).answer(unknown).fire().place).toBe('offer.sending');
  });
});

describe('while held by the provider', () => {
  const start = () => steer(offerChart).answer({ status: 'held', ...sendInHand, due: 100 });

  test('a release is delivered', () => {
    expect(start().evidence().journal[0]).toMatchObject({ outcome: 'delivered' });
  });

  test('nothing heard in time is silent', () => {
    expect(start().fire().journal[0]).toMatchObject({ outcome: 'silent' });
  });
});

test('a second send of the same node is not settled by the evidence of the first', () => {
  const run = steer(offerChart)
    .answer(parked)
    .wake()
    .answer({ ...accepted, send: 'snd_2' });
  expect(run.evidence({ send: sendId }).place).toBe('offer.awaiting');
  expect(run.evidence({ send: 'snd_2' }).place).toBe('think.waiting');
});
