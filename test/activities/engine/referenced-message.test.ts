// Messages about another: what is quoted, reacted to and marked as read is found when it is sent, in the chat with the
// sender that sends.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findReferencedMessage } from '../../../activities/engine/referenced-message.ts';
import type { ChannelClient, DeliveryRequest } from '../../../src/messaging/delivery.ts';
import type { MessageReference, OutgoingMessage } from '../../../src/messaging/message.ts';
import { rememberInbound } from '../../../src/store/channel-memory.ts';
import { keepLastInbound } from '../../../src/store/conversation.ts';
import { createSendWorld, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

/** What was handed to the provider. */
const delivered: DeliveryRequest[] = [];
let ids = 0;

/** Takes everything, as Meta answers it: a message has an id, a receipt has none. */
const provider: ChannelClient = {
  channel: 'whatsapp',
  deliver: async (request) => {
    delivered.push(request);
    ids += 1;
    const { message } = request;
    const isReceipt = message.channel === 'whatsapp' && message.body.type === 'read';
    const id = isReceipt ? {} : { providerMessageId: `wamid.sent${ids}` };
    return { result: 'accepted', httpStatus: 200, ...id };
  },
};

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld({ clients: [provider] });
});
afterAll(() => world.stop());

async function personWrites(
  { personId }: Pick<Visit, 'personId'>,
  messageId: string,
  at: number,
): Promise<void> {
  const key = { personId, senderId: world.sender };
  await world.store.transaction().execute(async (trx) => {
    await rememberInbound(trx, key, { at: new Date(at) });
    await keepLastInbound(trx, key, { messageId, at: new Date(at) });
  });
}

const about = (reference: MessageReference): OutgoingMessage => ({
  channel: 'whatsapp',
  form: 'free-form',
  body: { type: 'text', text: { body: 'hi' } },
  about: reference,
});

describe('what a message is about', () => {
  const found = ({ runId, personId }: Visit, reference: MessageReference, node = 'next') =>
    findReferencedMessage(
      world.store,
      { runId, node, person: { id: personId, externalId: '', timeZone: 'UTC', attributes: {} } },
      { message: about(reference), senderId: world.sender },
    );

  test('is the last message of the person, whatever comes late', async () => {
    const visit = await world.offer();
    expect(await found(visit, 'last-inbound')).toBeUndefined();
    await personWrites(visit, 'wamid.second', noon);
    await personWrites(visit, 'wamid.first', noon - minute);
    expect(await found(visit, 'last-inbound')).toBe('wamid.second');
  });

  test('is what a node of the run sent by the same sender, in a sub-journey a node beside it', async () => {
    const visit = await world.offer();
    expect(await found(visit, { sentBy: 'step' })).toBeUndefined();
    await visit.execute(noon);
    const [attempt] = await visit.attempts();
    expect(await found(visit, { sentBy: 'step' })).toBe(attempt?.provider_message_id);
    expect(attempt?.provider_message_id).toMatch(/^wamid\./);
    expect(await found(visit, { sentBy: 'step' }, 'call/next')).toBeUndefined();
    expect(await found(visit, { sentBy: 'other' })).toBeUndefined();
  });
});

describe('inside the window', () => {
  const inbound = { entry: { on: { inbound: 'any' } } } as const;

  test('a reply names what the person wrote last to the provider', async () => {
    const visit = await world.visit('whatsapp.message', { text: 'Yes', replyTo: { inbound: 'last' } });
    await personWrites(visit, 'wamid.question', noon - minute);
    const before = delivered.length;
    expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
    expect(delivered.slice(before)).toMatchObject([{ about: 'wamid.question', category: 'service' }]);
  });

  test('a reaction goes to it and is done when it is taken', async () => {
    const visit = await world.visit('whatsapp.reaction', { emoji: '👍' }, inbound);
    await personWrites(visit, 'wamid.praise', noon - minute);
    expect(await visit.execute(noon)).toMatchObject({ status: 'settled', outcome: 'accepted' });
    expect(delivered.at(-1)).toMatchObject({ about: 'wamid.praise' });
  });

  test('a read receipt is done although its answer has no id', async () => {
    const visit = await world.visit('whatsapp.read', { typing: true }, inbound);
    await personWrites(visit, 'wamid.question', noon - minute);
    expect(await visit.execute(noon)).toMatchObject({
      status: 'settled',
      outcome: 'accepted',
      attempted: true,
    });
    expect(await visit.attempts()).toMatchObject([{ state: 'accepted', provider_message_id: null }]);
  });
});

test('outside the window nothing is reacted to or marked as read', async () => {
  for (const [type, config] of [
    ['whatsapp.reaction', { emoji: '👍' }],
    ['whatsapp.read', {}],
  ] as const) {
    const visit = await world.visit(type, config, { entry: { on: { inbound: 'any' } } });
    expect(await visit.execute(noon)).toMatchObject({ outcome: 'window', attempted: false });
  }
});
