// What becomes of messages on virtual time, by the rules of production.

import { describe, expect, test } from 'vitest';
import { hourMs, journeyOf, minuteMs, mondayAtTen, offer, played, template } from './simulated.ts';

const spring = { name: 'spring_sale', language: 'ko', category: 'UTILITY', status: 'APPROVED' };

const last = <T>(items: readonly T[]) => items.at(-1);
const atOf = ({ simulation }: ReturnType<typeof played>) => simulation.now - mondayAtTen;

describe('evidence', () => {
  test('what is awaited settles the message', () => {
    expect(played(offer(), { world: [{ deliver: true }] }).path).toEqual(['offer→delivered', 'done→reached']);
  });

  test('later evidence satisfies earlier', () => {
    expect(played(offer(), { world: [{ read: true }] }).path[0]).toBe('offer→delivered');
  });

  test('none at all is silence, when its time is over', () => {
    const run = played(offer());
    expect(run.path).toEqual(['offer→silent', 'text→accepted', 'done→reached']);
    expect(atOf(run)).toBe(2 * hourMs);
  });

  test('delivery after the fallback is recorded as late and opens nothing again', () => {
    const { path, simulation } = played(offer(), { world: [{ silence: true }, { deliver: 'offer' }] });
    expect(path).toEqual(['offer→silent', 'text→accepted', 'done→reached']);
    expect(simulation.facts.sends[0]).toMatchObject({ outcome: 'silent', late: true });
    expect(simulation.trace.find(({ kind }) => kind === 'evidence')).toMatchObject({ late: true });
  });

  test('what Meta holds back waits for its release', () => {
    const run = played(offer(), { world: [{ hold: true }, { at: '40m', deliver: true }] });
    expect(run.path[0]).toBe('offer→delivered');
    expect(run.simulation.trace).toContainEqual(expect.objectContaining({ waiting: 'release' }));
  });
});

describe('failures', () => {
  test('a code in the answer or in a webhook comes to the same outcome', () => {
    const answered = played(offer(), { world: [{ refuse: 131026 }] });
    const told = played(offer(), { world: [{ fail: 131026 }] });
    expect(answered.path).toEqual(['offer→undeliverable', 'text→accepted', 'done→reached']);
    expect(told.path).toEqual(answered.path);
  });

  test('a US number has another outcome for the same code', () => {
    const { path } = played(
      offer(),
      { person: { phone: '+12125550100' }, world: [{ refuse: 131049 }] },
      { templates: [spring] },
    );
    expect(path[0]).toBe('offer→limit.us');
  });

  test('transient trouble is tried again with its back-off, three times in all', () => {
    const { path, simulation } = played(offer(), { world: [{ refuse: 1 }, { refuse: 1 }, { refuse: 1 }] });
    const posts = simulation.trace.filter(
      ({ kind, ...entry }) => kind === 'message' && 'node' in entry && entry.node === 'offer',
    );
    expect(posts.map(({ at }) => at - mondayAtTen)).toEqual([0, 1_000, 3_000]);
    expect(path[0]).toBe('offer→unavailable');
  });

  test('a message that goes out at the second try is like any other', () => {
    expect(played(offer(), { world: [{ refuse: 1 }, { deliver: true }] }).path[0]).toBe('offer→delivered');
  });

  test('what the provider wants to have later waits at the gate, and for the night if that comes first', () => {
    const world = [{ refuse: 134101 }, { deliver: true }];
    const awake = played(offer(), { world });
    expect(awake.path[0]).toBe('offer→delivered');
    expect(atOf(awake)).toBe(10 * minuteMs);
    expect(awake.simulation.trace).toContainEqual(expect.objectContaining({ waiting: 'gate' }));

    const quietHours = { from: '10:05', to: '12:00' };
    const asleep = played({ ...offer(), policy: { quietHours } }, { world });
    expect(asleep.path[0]).toBe('offer→delivered');
    expect(atOf(asleep)).toBe(2 * hourMs);
  });

  test('what the provider wants to have too late ends at its deadline', () => {
    const run = played(offer({ expires: '30m' }), { world: [{ refuse: 132069 }] });
    expect(run.path[0]).toBe('offer→limit.sender');
    expect(run.simulation.steps[0]).toMatchObject({ policy: 'retry', attempted: true });
    expect(atOf(run)).toBe(30 * minuteMs);
  });

  test('a trouble of the account waits for an operator until the message expires', () => {
    const world = Array.from({ length: 100 }, () => ({ refuse: 190 }));
    const { path, simulation } = played(offer({ expires: '1h' }), { world });
    expect(path[0]).toBe('offer→account');
    expect(simulation.steps[0]).toMatchObject({ policy: 'account', attempted: true });
  });

  test('what an operator repairs leaves the tries of another failure', () => {
    const codes = [190, 190, 190, 131016, 131016];
    const world = [...codes.map((refuse) => ({ refuse })), { deliver: true }];
    expect(played(offer(), { world }).path[0]).toBe('offer→delivered');
  });

  test('SMS and e-mail have their own codes', () => {
    const chain = journeyOf({
      text: {
        type: 'sms.send',
        with: { text: 'Hello' },
        next: { accepted: 'done', '*': 'mail', unresolved: 'mail' },
      },
      mail: { type: 'email.send', with: { subject: 'Hello', html: '<p>Hello</p>' }, next: 'done' },
      done: { type: 'exit' },
    });
    expect(played(chain, { world: [{ refuse: 30003 }, { refuse: 550 }] }).path).toEqual([
      'text→undeliverable',
      'mail→undeliverable',
      'done→done',
    ]);
  });

  test('what Meta would refuse for its form alone never leaves', () => {
    const { simulation } = played(offer({ body: ['{{ person.nothing }}'] }));
    expect(simulation.steps[0]).toMatchObject({ outcome: 'template.params', attempted: false });
  });
});

describe('unknown outcomes', () => {
  test('marketing is never sent again: ten minutes, then unresolved', () => {
    const run = played(offer(), { world: [{ lose: true }] });
    expect(run.path).toEqual(['offer→unresolved', 'text→accepted', 'done→reached']);
    expect(atOf(run)).toBe(10 * minuteMs);
  });

  test('a repeat that waits at the gate is not sent when the first one proves to have arrived', () => {
    const receipt = journeyOf(
      {
        note: {
          type: 'whatsapp.template',
          with: template({ repeatUnresolved: true }),
          next: { delivered: 'done', unresolved: 'done', '*': 'done' },
        },
        done: { type: 'exit' },
      },
      { policy: { quietHours: { from: '10:01', to: '20:00' } } },
    );
    const surroundings = { templates: [spring] };
    const run = played(receipt, { world: [{ lose: true }, { at: '5m', deliver: 'note' }] }, surroundings);
    expect(run.path[0]).toBe('note→delivered');
    expect(run.simulation.facts.sends[0]?.attempts).toHaveLength(1);
  });

  test('evidence proves that it was sent', () => {
    expect(played(offer(), { world: [{ lose: true }, { deliver: true }] }).path[0]).toBe('offer→delivered');
  });

  test('utility is sent once more where the author chose so', () => {
    const world = [{ lose: true }, { lose: true }];
    const { path, simulation } = played(
      offer({ repeatUnresolved: true }),
      { world },
      { templates: [spring] },
    );
    expect(path[0]).toBe('offer→unresolved');
    expect(simulation.facts.sends[0]?.attempts).toHaveLength(2);
  });

  test('what was refused before is no copy that somebody may have', () => {
    const world = [{ refuse: 131016 }, { lose: true }, { deliver: true }];
    const options = { templates: [spring] };
    expect(played(offer({ repeatUnresolved: true }), { world }, options).path[0]).toBe('offer→delivered');
  });

  test('an SMS of which nobody knows is unresolved at once', () => {
    const text = journeyOf({ text: { type: 'sms.send', with: { text: 'Hello' } } });
    const run = played(text, { world: [{ lose: true }] });
    expect(run.path).toEqual(['text→unresolved']);
    expect(atOf(run)).toBe(0);
  });
});

describe('memory', () => {
  test('after the per-user limit a second marketing message is not even tried', () => {
    const twice = journeyOf({
      first: { type: 'whatsapp.template', with: template(), next: { '*': 'second' } },
      second: { type: 'whatsapp.template', with: template() },
    });
    const person = { phone: '+61491570156' };
    const { simulation } = played(twice, { person, world: [{ refuse: 131049 }] });
    expect(last(simulation.steps)).toMatchObject({
      outcome: 'limit.user',
      attempted: false,
      policy: 'cooldown',
    });
  });

  test('an inbound lifts the cool-down', () => {
    const later = journeyOf({
      first: { type: 'whatsapp.template', with: template(), next: { '*': 'pause' } },
      pause: { type: 'delay', with: { for: '1h' }, next: 'second' },
      second: { type: 'whatsapp.template', with: template() },
    });
    const world = [{ refuse: 131049 }, { at: '10m', inbound: 'Hello' }, { at: '90m', deliver: true }];
    const person = { phone: '+61491570156' };
    expect(last(played(later, { person, world }).path)).toBe('second→delivered');
  });

  test('after the experiment one message is tried again a month later, and its delivery ends it', () => {
    const offerAfter = (next: string) => ({
      type: 'whatsapp.template',
      with: template(),
      next: { '*': next, delivered: next },
    });
    const months = journeyOf({
      first: offerAfter('day'),
      day: { type: 'delay', with: { for: 'P1D' }, next: 'second' },
      second: offerAfter('month'),
      month: { type: 'delay', with: { for: 'P30D' }, next: 'third' },
      third: offerAfter('fourth'),
      fourth: { type: 'whatsapp.template', with: template() },
    });
    const world = [{ fail: 130472 }, { deliver: true }, { deliver: true }];
    expect(played(months, { world }).path).toEqual([
      'first→experiment',
      'day→done',
      'second→experiment',
      'month→done',
      'third→delivered',
      'fourth→delivered',
    ]);
  });

  test('a keyword of the person opts them out, and in again', () => {
    const later = journeyOf({
      wait: { type: 'delay', with: { for: '1h' }, next: 'first' },
      first: { type: 'whatsapp.template', with: template(), next: { '*': 'again' } },
      again: { type: 'delay', with: { for: '1h' }, next: 'second' },
      second: { type: 'whatsapp.template', with: template() },
    });
    const world = [{ inbound: '수신거부' }, { at: '90m', inbound: 'START' }, { at: '3h', deliver: true }];
    expect(played(later, { world }).path).toEqual([
      'wait→done',
      'first→consent',
      'again→done',
      'second→delivered',
    ]);
  });

  test('one 131047 inside the window is tolerated, after the second one texts wait', () => {
    const text = (next?: string) => ({
      type: 'whatsapp.message',
      with: { text: 'Hello', within: '1h', expires: '2h' },
      ...(next === undefined ? {} : { next: { '*': next } }),
    });
    const texts = journeyOf({
      wait: { type: 'delay', with: { for: '1h' }, next: 'first' },
      first: text('second'),
      second: text('third'),
      third: text(),
    });
    const world = [{ inbound: 'Hello' }, { fail: 131047 }, { fail: 131047 }];
    expect(played(texts, { world }).path).toEqual([
      'wait→done',
      'first→window',
      'second→window',
      'third→expired',
    ]);
  });

  test('who has opted out at Meta gets no marketing any more', () => {
    const { simulation } = played(offer(), { world: [{ refuse: 131050 }] });
    expect(simulation.facts.consents).toContainEqual(
      expect.objectContaining({ channel: 'whatsapp', topic: 'marketing', state: 'out' }),
    );
  });
});
