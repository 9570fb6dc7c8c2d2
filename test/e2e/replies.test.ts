// Answers of people on the real engine: taps and words end waits, start journeys, and late evidence takes back what was
// to come instead.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.ts';

const hour = 3_600_000;
const entry = { on: { api: true } };
const done = { type: 'exit', with: { as: 'done' } };

const asking = {
  id: 'asking',
  name: 'Asking',
  entry,
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: {
        template: 'spring_sale',
        language: 'ko',
        within: '2h',
        buttons: [
          { index: 0, payload: 'yes' },
          { index: 1, payload: 'no' },
        ],
      },
      next: { delivered: 'answer', unresolved: 'answer', '*': 'answer' },
    },
    answer: {
      type: 'whatsapp.wait-reply',
      with: {
        to: 'offer',
        choices: { yes: 'accepted', no: 'declined' },
        keywords: { refund: ['환불', 'refund'] },
        within: '5h',
      },
      next: { accepted: 'again', declined: 'done', refund: 'done', timeout: 'done' },
    },
    again: {
      type: 'whatsapp.wait-reply',
      with: { to: 'offer', other: true, within: '5h' },
      next: { other: 'done', timeout: 'done' },
    },
    done,
  },
};

/** What the first message is answered with leads to the second, in the same second. */
const following = {
  id: 'following',
  name: 'Following',
  entry,
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', await: 'replied', within: '2h' },
      next: { replied: 'ask', unresolved: 'done', '*': 'done' },
    },
    ask: {
      type: 'whatsapp.message',
      with: { text: 'What about?', buttons: [{ id: 'price', title: 'The price' }], waitForWindow: false },
      next: { delivered: 'answer', unresolved: 'answer', '*': 'done' },
    },
    answer: {
      type: 'whatsapp.wait-reply',
      with: { to: 'ask', choices: { price: 'price' }, other: true, within: '5h' },
      next: { price: 'done', other: 'done', timeout: 'done' },
    },
    done,
  },
};

const reminding = {
  id: 'reminding',
  name: 'Reminding',
  entry,
  exit: [{ on: { event: 'message.late' }, if: "event.node == 'offer' && event.run == run.id", as: 'late' }],
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', within: '2h' },
      next: { delivered: 'done', unresolved: 'text', '*': 'text' },
    },
    text: {
      type: 'sms.send',
      with: { text: 'Hello' },
      next: { accepted: 'pause', unresolved: 'pause', '*': 'pause' },
    },
    pause: { type: 'delay', with: { for: 'P2D' }, next: 'reminder' },
    reminder: {
      type: 'sms.send',
      with: { text: 'Again' },
      next: { accepted: 'done', unresolved: 'done', '*': 'done' },
    },
    done,
  },
};

const greeting = {
  id: 'greeting',
  name: 'Greeting',
  entry: { on: { inbound: 'any', strangers: true }, key: 'event.text' },
  start: 'hello',
  nodes: {
    hello: {
      type: 'whatsapp.message',
      with: { text: 'Hello {{ person.profileName }}', await: 'accepted', waitForWindow: false },
      next: { accepted: 'done', unresolved: 'done', '*': 'done' },
    },
    done,
  },
};

const opening = {
  id: 'opening',
  name: 'Opening',
  entry,
  start: 'window',
  nodes: {
    window: {
      type: 'whatsapp.wait-window',
      with: { within: 'P1D' },
      next: { open: 'note', timeout: 'done' },
    },
    note: {
      type: 'whatsapp.message',
      with: { text: 'Hello', waitForWindow: false },
      next: { delivered: 'done', unresolved: 'done', '*': 'done' },
    },
    done,
  },
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const journey of [asking, following, reminding, opening]) await world.publish(journey);
});
afterAll(() => world.stop());

describe('a wait for a reply', () => {
  test('ends by what is tapped, and the answer counts once', async () => {
    const guest = await world.person();
    const run = await world.start('asking', guest);
    await world.settled(guest);
    expect(await world.path(run)).toEqual(['offer→delivered', 'answer→…']);
    world.local.meta.tap(guest.phone, 'yes');
    await world.settled(guest);
    await world.advance(guest, 6 * hour);
    expect(await world.path(run)).toEqual([
      'offer→delivered',
      'answer→accepted',
      'again→timeout',
      'done→done',
    ]);
  });

  test('finds the answer that came before it, and knows words', async () => {
    const guest = await world.person({ script: { do: 'silence' } });
    const run = await world.start('asking', guest);
    await world.settled(guest);
    world.local.meta.reply(guest.phone, '환불!');
    expect(await world.ended(run)).toBe('done');
    expect(await world.path(run)).toEqual(['offer→delivered', 'answer→refund', 'done→done']);
  });

  test('does not take what led to the message for an answer to it', async () => {
    const guest = await world.person();
    const run = await world.start('following', guest);
    await world.settled(guest);
    world.local.meta.reply(guest.phone, 'Tell me more');
    await world.settled(guest);
    expect(await world.path(run)).toEqual(['offer→replied', 'ask→delivered', 'answer→…']);
    world.local.meta.tap(guest.phone, 'price');
    expect(await world.ended(run)).toBe('done');
    expect((await world.path(run)).at(-2)).toBe('answer→price');
  });

  test('leaves nothing of the message in the history', async () => {
    const guest = await world.person();
    const run = await world.start('asking', guest);
    await world.settled(guest);
    const wamid = world.local.meta.reply(guest.phone, '환불');
    await world.ended(run);
    const history = await world.local.client.getHandle(`run:${run}`).fetchHistory();
    const found = [...JSON.stringify(history).matchAll(/"data":"([A-Za-z0-9+/=]+)"/g)];
    const payloads = found.map(([, data = '']) => Buffer.from(data, 'base64').toString('utf8')).join('\n');
    expect(payloads).toContain('whatsapp.inbound');
    expect(payloads).not.toContain('환불');
    expect(payloads).not.toContain(wamid);
    expect(payloads).not.toContain(guest.phone.slice(1));
  });
});

test('a wait for the window ends when the person writes', async () => {
  const guest = await world.person();
  const run = await world.start('opening', guest);
  await world.advance(guest, 2 * hour);
  expect(await world.path(run)).toEqual(['window→…']);
  world.local.meta.reply(guest.phone, 'Hello');
  await world.ended(run);
  expect(await world.path(run)).toEqual(['window→open', 'note→delivered', 'done→done']);
  const again = await world.start('opening', guest);
  await world.ended(again);
  expect(await world.path(again)).toEqual(['window→open', 'note→delivered', 'done→done']);
});

test('a WhatsApp message that arrives after the text message cancels the reminder', async () => {
  const guest = await world.person({ script: { do: 'silence' } });
  const run = await world.start('reminding', guest);
  await world.advance(guest, 3 * hour);
  expect(await world.path(run)).toEqual(['offer→silent', 'text→accepted', 'pause→…']);
  const [message] = world.local.meta.messages(guest.phone);
  world.local.meta.report(message?.wamid ?? '', { status: 'delivered' });
  expect(await world.ended(run)).toBe('late');
  expect(world.local.sms.received(guest.phone)).toHaveLength(1);
});

describe('journeys that any message starts', () => {
  const greeted = async (phone: string) => {
    const rows = await world.local.store
      .selectFrom('run')
      .innerJoin('person', 'person.id', 'run.person_id')
      .select(['run.id', 'run.key', 'person.id as personId', 'person.external_id as externalId'])
      .where('journey_id', '=', 'greeting')
      .where('person.phone', '=', phone)
      .orderBy('run.created_at')
      .execute();
    return rows;
  };
  beforeAll(() => world.publish(greeting));

  test('are not started by an answer that a run waits for, only by the next message', async () => {
    const guest = await world.person();
    const run = await world.start('asking', guest);
    await world.settled(guest);
    world.local.meta.reply(guest.phone, 'refund');
    await world.ended(run);
    await world.settled(guest);
    expect(await greeted(guest.phone)).toEqual([]);
    world.local.meta.reply(guest.phone, 'Good morning');
    await world.settled(guest);
    expect(await greeted(guest.phone)).toMatchObject([{ key: 'Good morning' }]);
  });

  test('answer a stranger, who becomes the business’s person once it names them', async () => {
    const phone = '+821077770001';
    world.local.meta.reply(phone, 'Hi');
    await expect.poll(async () => (await greeted(phone)).length, { timeout: 20_000 }).toBe(1);
    const [stranger] = await greeted(phone);
    expect(stranger?.externalId).toMatch(/^stranger:/);
    expect(await world.ended(stranger?.id ?? '')).toBe('done');
    expect(world.local.meta.messages(phone)).toMatchObject([{ text: expect.stringMatching(/^Hello \S/) }]);
    const { id } = await world.api('/v1/people', { externalId: 'customer-7', phone });
    expect(id).toBe(stranger?.personId);
  });
});
