// The ways in which Meta writes the same webhook. Whatever the way, our side finds the message and a person.

import { describe, expect, test } from 'vitest';
import type { WebhookShape } from '../../../src/emulators/cloud-api/webhook-shape.ts';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';
import { started } from '../started.ts';

const ADA = '+821012345678';
const DIGITS = ADA.slice(1);
const userId = expect.stringMatching(/^KR\.\d+$/);

async function heard(shape: Partial<WebhookShape>) {
  const { emulator, client, receiver } = await started({ webhookShape: shape });
  emulator.reply(ADA, 'hi');
  await emulator.idle();
  await client.text(ADA, 'hello');
  await emulator.idle();
  const { value: inbound } = receiver.changes()[0] ?? {};
  const { value: status } = receiver.changes()[1] ?? {};
  const items = receiver.posts.flatMap(({ body }) => splitWebhook(body).items);
  expect(items.map(({ kind }) => kind)).toEqual(['inbound', 'status', 'status']);
  return { inbound, status, items, emulator, client };
}

describe('a webhook', () => {
  test('names people by number, with contacts at what they write', async () => {
    const { inbound, status } = await heard({});
    expect(inbound).toMatchObject({ contacts: [{ wa_id: DIGITS }], messages: [{ from: DIGITS }] });
    expect(inbound?.messages?.[0]).not.toHaveProperty('from_user_id');
    expect(status).toMatchObject({ statuses: [{ recipient_id: DIGITS }] });
    expect(status).not.toHaveProperty('contacts');
    expect(status?.statuses?.[0]).not.toHaveProperty('conversation');
  });

  test('may have number and id, contacts everywhere, and conversations', async () => {
    const { inbound, status } = await heard({ people: 'both', contacts: 'all', conversation: true });
    expect(inbound).toMatchObject({
      contacts: [{ wa_id: DIGITS, user_id: userId }],
      messages: [{ from: DIGITS, from_user_id: userId }],
    });
    expect(status).toMatchObject({
      contacts: [{ wa_id: DIGITS, user_id: userId }],
      statuses: [{ recipient_user_id: userId, conversation: { origin: { type: 'service' } } }],
    });
  });

  test('may hide the number; the id leads to the same phone', async () => {
    const { inbound, status, emulator, client } = await heard({ people: 'user-id', contacts: 'none' });
    expect(inbound).not.toHaveProperty('contacts');
    expect(inbound?.messages?.[0]).not.toHaveProperty('from');
    expect(status?.statuses?.[0]).not.toHaveProperty('recipient_id');
    await client.template(inbound?.messages?.[0]?.from_user_id ?? '');
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(2);
  });

  test('may have the id where the number belongs', async () => {
    const { inbound, items } = await heard({ people: 'user-id-in-from' });
    expect(inbound).toMatchObject({ contacts: [{ wa_id: userId }], messages: [{ from: userId }] });
    expect(items[0]).toMatchObject({ from: { userId } });
  });

  test('may say milliseconds', async () => {
    const { inbound, status } = await heard({ timestamps: 'milliseconds' });
    const stamps = [inbound?.messages?.[0]?.timestamp, status?.statuses?.[0]?.timestamp];
    expect(stamps.map((stamp) => stamp?.length)).toEqual([13, 13]);
  });

  test('is set over HTTP, until the reset', async () => {
    const { client, emulator, receiver } = await started();
    await client.control('PUT', '/shape', { people: 'user-id' });
    expect((await client.control('PUT', '/shape', { people: 'nobody' })).status).toBe(400);
    await client.control('POST', '/reset');
    emulator.reply(ADA, 'hi');
    await emulator.idle();
    expect(receiver.inbound()).toMatchObject([{ from: DIGITS }]);
  });

  test('carries up to a thousand changes', async () => {
    const { client, emulator, receiver } = await started();
    await client.control('PUT', '/delivery', { batch: 1000, flushMs: 400 });
    for (let count = 0; count < 1000; count += 1) emulator.reply(ADA, `${count}`);
    await emulator.idle();
    expect(receiver.posts).toHaveLength(1);
    expect(receiver.inbound()).toHaveLength(1000);
    expect((await client.control('PUT', '/delivery', { batch: 1001 })).status).toBe(400);
  });
});
