// Flow nodes in the simulator: what they decide, what they change, how long they wait.

import { describe, expect, test } from 'vitest';
import { maxAttributesBytes } from '../../src/journey/person-attributes.ts';
import { begun, hourMs, journeyOf, mondayAtTen, offer, played, simulatorOf, template } from './simulated.ts';

const exits = (...words: readonly string[]) =>
  Object.fromEntries(words.map((word) => [word, { type: 'exit', with: { as: word } }]));

describe('waiting', () => {
  const waiting = journeyOf({
    order: {
      type: 'wait.event',
      with: {
        events: [
          { event: 'order.placed', if: 'event.total >= 50', as: 'large' },
          { event: 'order.placed', as: 'small' },
        ],
        within: 'P1D',
      },
    },
  });

  test('the first event whose condition holds decides', () => {
    const large = { event: 'order.placed', data: { total: 80 } };
    const small = { event: 'order.placed', data: { total: 10 } };
    expect(played(waiting, { world: [large] }).path).toEqual(['order→large']);
    expect(played(waiting, { world: [small] }).path).toEqual(['order→small']);
    expect(played(waiting, { world: [{ event: 'page.viewed' }] }).path).toEqual(['order→timeout']);
  });

  test('an event that no condition wants is passed over', () => {
    const only = journeyOf({
      order: { type: 'wait.event', with: { event: 'order.placed', if: 'event.total >= 50', within: 'P1D' } },
    });
    const world = [{ event: 'order.placed', data: { total: 1 } }, { event: 'order.placed' }];
    expect(played(only, { world }).path).toEqual(['order→timeout']);
  });

  test('a wait since the entry hears what happened before it', () => {
    const later = journeyOf({
      offer: { type: 'whatsapp.template', with: template(), next: 'order' },
      order: { type: 'wait.event', with: { event: 'order.placed', within: 'P1D', since: 'entry' } },
    });
    const world = [{ event: 'order.placed', data: {} }, { deliver: true }];
    expect(played(later, { world }).path).toEqual(['offer→delivered', 'order→received']);
  });

  test('a day is a day of the calendar in the zone of the person', () => {
    const day = journeyOf({ sleep: { type: 'delay', with: { for: 'P1D' } } });
    const given = { person: { timeZone: 'Europe/Berlin' }, start: '2027-03-27T12:00:00+01:00' };
    const { simulation } = played(day, given);
    expect(simulation.now - Date.parse(given.start)).toBe(23 * hourMs);
  });
});

describe('changes', () => {
  test('variables are read by later expressions and texts', () => {
    const discount = journeyOf({
      set: { type: 'set', with: { vars: { percent: '10.0 * 2.0' } }, next: 'text' },
      text: { type: 'sms.send', with: { text: '{{ run.vars.percent }} off' } },
    });
    expect(played(discount).simulation.facts.sends[0]?.message).toMatchObject({ text: '20 off' });
  });

  test('attributes and consents change for what follows, null removes', () => {
    const update = journeyOf({
      update: {
        type: 'person.update',
        with: {
          attributes: { tier: "'gold'", old: null },
          consents: [{ channel: 'sms', state: 'out' }],
        },
        next: 'text',
      },
      text: { type: 'sms.send', with: { text: 'Hello' } },
    });
    const { path, simulation } = played(update, { person: { attributes: { old: 1, kept: 2 } } });
    expect(simulation.facts.person.attributes).toEqual({ kept: 2, tier: 'gold' });
    expect(path).toEqual(['update→done', 'text→consent']);
  });

  test('attributes beyond what a person may have end the node as invalid, and none is kept', () => {
    const update = journeyOf({
      update: {
        type: 'person.update',
        with: { attributes: { tier: "'gold'" }, consents: [{ channel: 'sms', state: 'out' }] },
      },
    });
    const attributes = { long: 'x'.repeat(maxAttributesBytes - 20) };
    const { simulation } = played(update, { person: { attributes } });
    expect(simulation.steps).toMatchObject([{ outcome: 'invalid', code: 'NODE_ATTRIBUTES_TOO_LARGE' }]);
    expect(simulation.facts.person.attributes).toEqual(attributes);
    expect(simulation.facts.consents).not.toContainEqual(expect.objectContaining({ state: 'out' }));
  });

  test('a journey that is not awaited is started, and said in the trace', () => {
    const start = journeyOf({ other: { type: 'journey.run', with: { journey: 'survey', wait: false } } });
    const { path, simulation } = played(start);
    expect(path).toEqual(['other→started']);
    expect(simulation.trace).toContainEqual(expect.objectContaining({ kind: 'changed', node: 'other' }));
  });

  test('an expression that fails on the data ends its node as invalid', () => {
    const branch = journeyOf({
      choose: { type: 'branch', with: { cases: [{ name: 'rich', if: 'event.total > 1' }] } },
    });
    expect(played(branch).simulation.steps).toEqual([
      { node: 'choose', visit: 1, outcome: 'invalid', code: 'NODE_EXPRESSION' },
    ]);
  });
});

describe('other systems', () => {
  const asking = journeyOf({
    call: {
      type: 'http.request',
      with: { url: 'https://partner.example' },
      next: { ok: 'good', failed: 'bad' },
    },
    ...exits('good', 'bad'),
  });

  test('are not asked: they answer as is hoped for, or as the script says', () => {
    expect(played(asking).path[0]).toBe('call→ok');
    expect(played(asking, { world: [{ respond: 'failed' }] }).path).toEqual(['call→failed', 'bad→bad']);
  });

  test('an outcome that the node does not have is invalid', () => {
    expect(played(asking, { world: [{ respond: 'maybe' }] }).simulation.steps[0]).toMatchObject({
      outcome: 'invalid',
      code: 'undeclared_outcome',
    });
  });
});

describe('throttle', () => {
  const throttled = (full: 'wait' | 'leave') =>
    journeyOf({ gate: { type: 'throttle', with: { limit: 1, per: 'hour', full } } });

  test('whoever finds the period full waits for the next one, or leaves', () => {
    const taken = begun(throttled('wait')).simulation.facts.places;
    const enter = (full: 'wait' | 'leave') => {
      const person = { id: 'second', timeZone: 'Asia/Seoul', attributes: {} };
      const result = simulatorOf(throttled(full)).begin({ person, at: mondayAtTen + 1, places: taken });
      return result.entered ? result.simulation : undefined;
    };
    expect(enter('wait')?.rest?.due).toBe(mondayAtTen + hourMs);
    expect(enter('leave')?.ended).toBe('full');
  });
});

describe('sub-journeys', () => {
  const called = journeyOf(
    {
      ask: {
        type: 'whatsapp.template',
        with: template(),
        next: { delivered: 'see', '*': 'no', unresolved: 'no' },
      },
      see: {
        type: 'branch',
        with: { cases: [{ name: 'yes', if: "nodes.ask.outcome == 'delivered'" }] },
        next: { yes: 'yes', else: 'no' },
      },
      ...exits('yes', 'no'),
    },
    { id: 'ask-first' },
  );
  const outer = journeyOf({
    call: { type: 'journey.run', with: { journey: 'ask-first' }, next: { yes: 'good', no: 'bad' } },
    ...exits('good', 'bad'),
  });

  test('its outcome is the outcome of the node, and its expressions see its own nodes', () => {
    const around = { journeys: new Map([['ask-first', called]]) };
    const { path } = played(outer, { world: [{ deliver: 'call/ask' }] }, around);
    expect(path).toEqual(['call/ask→delivered', 'call/see→yes', 'call/yes→yes', 'call→yes', 'good→good']);
  });
});

describe('ends', () => {
  test('an exit rule ends the run at once, whatever it waits for', () => {
    const exit = [{ on: { event: 'order.placed' }, if: 'event.cartId == run.key', as: 'converted' }];
    const cart = offer({}, { exit, entry: { on: { event: 'cart.abandoned' }, key: 'event.cartId' } });
    const order = (cartId: string) => ({ event: 'order.placed', data: { cartId } });
    const mine = played(cart, { event: { cartId: 'a' }, world: [order('b'), order('a')] });
    expect(mine.path).toEqual(['offer→converted']);
    expect(mine.simulation.steps[0]).toMatchObject({ policy: 'exit-rule' });
  });

  test('an operator ends it with a word', () => {
    expect(played(offer(), { world: [{ exit: 'stopped' }] }).simulation.ended).toBe('stopped');
  });

  test('visits beyond the bound end as exhausted', () => {
    const cycle = journeyOf({
      sleep: { type: 'delay', with: { for: '1h' }, maxVisits: 2, next: { done: 'sleep', exhausted: 'out' } },
      ...exits('out'),
    });
    expect(played(cycle).path).toEqual(['sleep→done', 'sleep→done', 'sleep→exhausted', 'out→out']);
  });
});

describe('entries', () => {
  const cart = offer(
    {},
    { entry: { on: { event: 'cart.abandoned' }, if: 'event.total >= 50', key: 'event.cartId' } },
  );
  const enter = (event: object) => {
    const person = { id: 'haneul', timeZone: 'Asia/Seoul', attributes: {} };
    return simulatorOf(cart).begin({ person, at: mondayAtTen, event: { ...event } });
  };

  test('a condition that is false refuses, one that fails says so', () => {
    expect(enter({ total: 1, cartId: 'a' })).toEqual({ entered: false, reason: 'condition' });
    expect(enter({})).toEqual({ entered: false, reason: 'expression', code: 'EXPRESSION_MISSING_FIELD' });
  });

  test('the key is that of the entry', () => {
    const result = enter({ total: 80, cartId: 'a' });
    expect(result.entered && result.simulation.facts.key).toBe('a');
  });
});
