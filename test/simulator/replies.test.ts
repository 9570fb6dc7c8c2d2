// Answers of the person in the simulator: taps, keywords, what came before the wait, windows, and late evidence.

import { describe, expect, test } from 'vitest';
import { journeyOf, played, template } from './simulated.ts';

const exits = (...words: readonly string[]) =>
  Object.fromEntries(words.map((word) => [word, { type: 'exit', with: { as: word } }]));

const offer = {
  type: 'whatsapp.template',
  with: template({
    await: 'delivered',
    buttons: [
      { index: 0, payload: 'yes' },
      { index: 1, payload: 'no' },
    ],
  }),
  next: { delivered: 'answer', '*': 'answer', unresolved: 'answer' },
};
const answer = {
  type: 'whatsapp.wait-reply',
  with: {
    to: 'offer',
    choices: { yes: 'accepted', no: 'declined' },
    keywords: { refund: ['환불', 'refund'] },
    within: 'P1D',
  },
};
const asking = journeyOf({ offer, answer });

describe('a wait for a reply', () => {
  test('ends by the button that is tapped', () => {
    expect(played(asking, { world: [{ deliver: true }, { tap: 'no' }] }).path).toEqual([
      'offer→delivered',
      'answer→declined',
    ]);
  });

  test('ends by a keyword, whatever else is written before', () => {
    const world = [{ deliver: true }, { reply: 'hello' }, { reply: 'Refund!' }];
    expect(played(asking, { world }).path).toEqual(['offer→delivered', 'answer→refund']);
  });

  test('finds the answer that came before it began', () => {
    expect(played(asking, { world: [{ tap: 'yes' }] }).path).toEqual(['offer→delivered', 'answer→accepted']);
  });

  test('ends by time', () => {
    expect(played(asking, { world: [{ deliver: true }] }).path).toEqual([
      'offer→delivered',
      'answer→timeout',
    ]);
  });

  test('takes no answer to another message, but words that quote none', () => {
    const second = {
      type: 'whatsapp.template',
      with: template({ buttons: [{ index: 0, payload: 'yes' }] }),
      next: { delivered: 'answer', '*': 'answer', unresolved: 'answer' },
    };
    const two = journeyOf({ offer: { ...offer, next: 'second' }, second, answer });
    const delivered = [{ deliver: 'offer' }, { deliver: 'second' }];
    expect(played(two, { world: [...delivered, { tap: 'yes', message: 'second' }] }).path.at(-1)).toBe(
      'answer→timeout',
    );
    expect(played(two, { world: [...delivered, { tap: 'yes', message: 'offer' }] }).path.at(-1)).toBe(
      'answer→accepted',
    );
    expect(played(two, { world: [...delivered, { reply: '환불' }] }).path.at(-1)).toBe('answer→refund');
  });

  test('hears each answer once, the earlier wait first', () => {
    const again = journeyOf({
      offer,
      answer: { ...answer, next: 'again' },
      again: answer,
    });
    const once = played(again, { world: [{ deliver: true }, { tap: 'yes' }] });
    expect(once.path).toEqual(['offer→delivered', 'answer→accepted', 'again→timeout']);
    const twice = played(again, { world: [{ tap: 'yes' }, { tap: 'no' }] });
    expect(twice.path).toEqual(['offer→delivered', 'answer→accepted', 'again→declined']);
  });

  test('a button that the message does not have meets nothing', () => {
    const { leftover } = played(asking, { world: [{ deliver: true }, { tap: 'maybe' }] });
    expect(leftover).toEqual([{ tap: 'maybe' }]);
  });

  test('the trace shows what was tapped', () => {
    const { simulation } = played(asking, { world: [{ deliver: true }, { tap: 'no' }] });
    expect(simulation.trace).toContainEqual(
      expect.objectContaining({ kind: 'heard', what: 'tap', name: 'no' }),
    );
  });
});

describe('a message of the person as an event', () => {
  test('ends a run by its exit rule, before anything else comes of it', () => {
    const leaving = journeyOf(
      {
        offer: { ...offer, with: template({ await: 'replied' }), next: { replied: 'answer', '*': 'answer' } },
        answer,
      },
      { exit: [{ on: { event: 'whatsapp.inbound' }, if: "event.text == 'bye'", as: 'left' }] },
    );
    expect(played(leaving, { world: [{ deliver: true }, { reply: 'bye' }] }).path).toEqual(['offer→left']);
    expect(played(leaving, { world: [{ deliver: true }, { reply: 'refund' }] }).path).toEqual([
      'offer→replied',
      'answer→refund',
    ]);
  });

  test('ends a wait for events', () => {
    const waiting = journeyOf({
      wait: {
        type: 'wait.event',
        with: { event: 'whatsapp.inbound', if: "event.type == 'text'", within: 'P1D' },
      },
    });
    expect(played(waiting, { world: [{ at: '2h', inbound: 'Hello' }] }).path).toEqual(['wait→received']);
  });
});

describe('a wait for the window', () => {
  const resting = journeyOf({
    ask: {
      type: 'whatsapp.wait-window',
      with: { within: 'P2D', minutesLeft: 60 },
      next: { open: 'rest', timeout: 'shut' },
    },
    rest: { type: 'delay', with: { for: '23h' }, next: 'again' },
    again: {
      type: 'whatsapp.wait-window',
      with: { within: '2h', minutesLeft: 60 },
      next: { open: 'done', timeout: 'shut' },
    },
    ...exits('done', 'shut'),
  });

  test('ends when the person writes, and at once where enough is left', () => {
    expect(played(resting, { world: [{ at: '5h', inbound: 'Hello' }] }).path).toEqual([
      'ask→open',
      'rest→done',
      'again→open',
      'done→done',
    ]);
  });

  test('is a wait for the next one where too little is left', () => {
    const short = journeyOf({
      ...resting.nodes,
      rest: { type: 'delay', with: { for: '1381m' }, next: 'again' },
    });
    expect(played(short, { world: [{ at: '5h', inbound: 'Hello' }] }).path.slice(2)).toEqual([
      'again→timeout',
      'shut→shut',
    ]);
  });
});

describe('evidence of delivery after the fallback', () => {
  const reminding = journeyOf(
    {
      offer: {
        type: 'whatsapp.template',
        with: template(),
        next: { delivered: 'done', '*': 'text', unresolved: 'text' },
      },
      text: { type: 'sms.send', with: { text: 'Hello' }, next: 'pause' },
      pause: { type: 'delay', with: { for: 'P2D' }, next: 'reminder' },
      reminder: { type: 'sms.send', with: { text: 'Again' }, next: 'done' },
      ...exits('done'),
    },
    {
      exit: [
        { on: { event: 'message.late' }, if: "event.node == 'offer' && event.run == run.id", as: 'late' },
      ],
    },
  );

  test('cancels the later reminder', () => {
    const late = played(reminding, { world: [{ at: '6h', deliver: 'offer' }] });
    expect(late.path).toEqual(['offer→silent', 'text→accepted', 'pause→late']);
  });

  test('in time, it is no such thing', () => {
    expect(played(reminding, { world: [{ deliver: true }, { at: '1h', read: 'offer' }] }).path).toEqual([
      'offer→delivered',
      'done→done',
    ]);
  });
});

test('by chance, whoever replies to a message with buttons taps one of them', () => {
  const rates = { whatsapp: { delivered: 1, failed: {}, replied: 1 } };
  const heard = Array.from({ length: 12 }, (_, seed) => {
    const { path } = played(asking, { world: { random: { seed, rates } } });
    return path.at(-1);
  });
  expect(new Set(heard)).toEqual(new Set(['answer→accepted', 'answer→declined']));
});

test('a message that was delivered in time, but not read, is no late one', () => {
  const unread = journeyOf(
    {
      offer: {
        type: 'whatsapp.template',
        with: template({ await: 'read' }),
        next: { read: 'done', '*': 'pause', unresolved: 'pause' },
      },
      pause: { type: 'delay', with: { for: 'P1D' }, next: 'done' },
      ...exits('done'),
    },
    { exit: [{ on: { event: 'message.late' }, as: 'late' }] },
  );
  const path = ['offer→silent', 'pause→done', 'done→done'];
  expect(played(unread, { world: [{ deliver: true }] }).path).toEqual(path);
  expect(played(unread, { world: [{ deliver: true }, { at: '6h', read: 'offer' }] }).path).toEqual(path);
});
