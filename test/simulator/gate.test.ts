// The gate in the simulator: the same policies, on facts in memory.

import { expect, test } from 'vitest';
import { hourMs, journeyOf, mondayAtTen, offer, played, template } from './simulated.ts';

test('quiet hours hold a message back until the morning of the person', () => {
  const quiet = offer({}, { policy: { quietHours: { from: '21:00', to: '08:00' } } });
  const night = new Date(mondayAtTen + 12 * hourMs).toISOString();
  const { simulation } = played(quiet, { start: night, world: [{ deliver: true }] });
  const post = simulation.trace.find(({ kind }) => kind === 'message');
  expect(post?.at).toBe(mondayAtTen + 22 * hourMs);
  expect(simulation.trace).toContainEqual(
    expect.objectContaining({ kind: 'gate', decision: expect.objectContaining({ policy: 'quiet-hours' }) }),
  );
});

test('a message that waits for longer than it is worth expires', () => {
  const quiet = offer({ expires: '1h' }, { policy: { quietHours: { from: '21:00', to: '08:00' } } });
  const night = new Date(mondayAtTen + 12 * hourMs).toISOString();
  const { simulation } = played(quiet, { start: night });
  expect(simulation.steps[0]).toMatchObject({ outcome: 'expired', policy: 'quiet-hours', attempted: false });
});

test('marketing needs consent, and the trace says by which facts', () => {
  const { simulation } = played(offer(), { person: { consents: [] } });
  expect(simulation.steps[0]).toMatchObject({ outcome: 'consent', code: 'no_opt_in', attempted: false });
  expect(simulation.trace).toContainEqual(
    expect.objectContaining({ facts: expect.objectContaining({ marketingConsent: 'unknown' }) }),
  );
});

test('without an address there is nothing to send to', () => {
  expect(played(offer(), { person: { phone: undefined } }).path).toEqual([
    'offer→undeliverable',
    'text→undeliverable',
    'lost→lost',
  ]);
});

test('no marketing to US numbers', () => {
  const { simulation } = played(offer(), { person: { phone: '+1 (212) 555-0100' } });
  expect(simulation.steps[0]).toMatchObject({ outcome: 'limit.us', policy: 'us-pause' });
});

test('a cap counts what the person has got, over all messages of the run', () => {
  const twice = journeyOf(
    {
      first: { type: 'sms.send', with: { text: 'One' }, next: 'second' },
      second: { type: 'sms.send', with: { text: 'Two' } },
    },
    { policy: { caps: [{ max: 1, per: 'P1D' }] } },
  );
  expect(played(twice).path).toEqual(['first→accepted', 'second→capped']);
  expect(played(twice, { world: [{ refuse: 30003 }] }).path).toEqual([
    'first→undeliverable',
    'second→accepted',
  ]);
});

test('a paused template waits, a rejected one is over', () => {
  const templates = (status: string) => ({
    templates: [{ name: 'spring_sale', language: 'ko', category: 'MARKETING', status }],
  });
  expect(played(offer(), {}, templates('PAUSED')).path[0]).toBe('offer→template.paused');
  expect(played(offer(), {}, templates('REJECTED')).path[0]).toBe('offer→template.missing');
});

test('a free text waits for the window, which a message of the person opens', () => {
  const help = journeyOf({
    answer: { type: 'whatsapp.message', with: { text: 'How can we help?', within: '1h', expires: 'P1D' } },
  });
  expect(played(help).path).toEqual(['answer→expired']);
  const answered = played(help, { world: [{ at: '3h', inbound: 'Hello' }, { deliver: true }] });
  expect(answered.path).toEqual(['answer→delivered']);
});

test('a reply opens the window for the text after it', () => {
  const welcome = journeyOf({
    hello: { type: 'whatsapp.template', with: template(), next: 'answer' },
    answer: { type: 'whatsapp.message', with: { text: 'How can we help?', within: '1h', expires: 'P1D' } },
  });
  const { path } = played(welcome, { world: [{ deliver: true }, { reply: 'Hello' }, { deliver: true }] });
  expect(path).toEqual(['hello→delivered', 'answer→delivered']);
});

test('a sub-journey keeps to its own policy, and to what it leaves open in that of the journey around it', () => {
  const text = { type: 'sms.send', with: { text: 'Hello' } };
  const part = journeyOf({
    one: { ...text, next: { '*': 'two', unresolved: 'two', accepted: 'two' } },
    two: { ...text, next: { '*': 'end', unresolved: 'end', accepted: 'end' } },
    end: { type: 'exit', with: { as: 'told' } },
  });
  const nodes = { call: { type: 'journey.run', with: { journey: 'part' }, next: 'text' }, text };
  const oneADay = { policy: { caps: [{ max: 1, per: 'P1D' }] } };
  const pathOf = (inner: object, outer: object) => {
    const called = { ...part, id: 'part', ...inner };
    return played(journeyOf(nodes, outer), {}, { journeys: new Map([['part', called]]) }).path;
  };
  const inside = ['call/one→accepted', 'call/two→capped', 'call/end→told', 'call→told'];
  expect(pathOf(oneADay, {})).toEqual([...inside, 'text→accepted']);
  expect(pathOf({}, oneADay)).toEqual([...inside, 'text→capped']);
});
