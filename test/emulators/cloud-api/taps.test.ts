// The owner of an emulated phone taps what a message offers: the webhook says what, and which message.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CloudApiEmulator, startCloudApi } from '../../../src/emulators/cloud-api/start-cloud-api.ts';

const phone = '+821020000001';
const interactive = {
  type: 'button',
  body: { text: 'Shall we?' },
  action: {
    buttons: [
      { type: 'reply', reply: { id: 'yes', title: 'Yes, please' } },
      { type: 'reply', reply: { id: 'no', title: 'No' } },
    ],
  },
};
const template = {
  name: 'spring_sale',
  language: { code: 'ko' },
  components: [
    {
      type: 'button',
      sub_type: 'quick_reply',
      index: '0',
      parameters: [{ type: 'payload', payload: 'later' }],
    },
  ],
};

let meta: CloudApiEmulator;
beforeAll(async () => {
  meta = await startCloudApi();
});
afterAll(() => meta.close());

async function send(content: object): Promise<string> {
  const [{ phoneNumberId }] = meta.senders;
  const response = await fetch(`${meta.url}/v25.0/${phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${meta.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: phone, ...content }),
  });
  const { messages } = (await response.json()) as { messages: [{ id: string }] };
  return messages[0].id;
}

const lastReply = async () => {
  const response = await fetch(`${meta.url}/_emulator/phones/${encodeURIComponent(phone)}`);
  const { entries } = (await response.json()) as { entries: { kind: string; reply?: object }[] };
  return entries.findLast(({ kind }) => kind === 'reply')?.reply;
};

test('a quick reply, a button, and nothing that no message offers', async () => {
  const first = await send({ type: 'template', template });
  meta.reply(phone, 'Hello');
  const second = await send({ type: 'interactive', interactive });
  meta.tap(phone, 'yes');
  expect(await lastReply()).toMatchObject({ text: 'Yes, please', context: second });
  meta.tap(phone, 'later');
  expect(await lastReply()).toMatchObject({ text: 'later', context: first });
  expect(() => meta.tap(phone, 'never')).toThrow(
    expect.objectContaining({ code: 'EMULATOR_MESSAGE_UNKNOWN' }),
  );
  expect(() => meta.tap(phone, 'yes', first)).toThrow();
});

test('by the control API', async () => {
  const response = await fetch(`${meta.url}/_emulator/phones/${encodeURIComponent(phone)}/taps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'no' }),
  });
  expect(response.status).toBe(201);
  expect(await lastReply()).toMatchObject({ text: 'No' });
});
