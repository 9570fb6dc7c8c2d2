// Every kind of message, from an author's config through the Cloud API client to the emulated Meta, which shares no code
// with us and takes nothing that it does not know.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWhatsAppCloud } from '../../../activities/channels/whatsapp-cloud.ts';
import { type CloudApiEmulator, startCloudApi } from '../../../src/emulators/cloud-api/start-cloud-api.ts';
import type { ChannelClient } from '../../../src/messaging/delivery.ts';
import { composed } from '../../support/composed.ts';
import { sendersOf } from '../../support/whatsapp-senders.ts';
import { messageCases } from '../nodes/whatsapp-message-cases.ts';
import { templateBase, templateCases } from '../nodes/whatsapp-template-cases.ts';

let meta: CloudApiEmulator;
let client: ChannelClient & { close(): Promise<void> };
let phones = 30_000_000;
beforeAll(async () => {
  meta = await startCloudApi();
  const { url: baseUrl, accessToken } = meta;
  client = createWhatsAppCloud({ senders: sendersOf({ baseUrl, accessToken }) });
});
afterAll(async () => {
  await client.close();
  await meta.close();
});

/** Each to somebody else: nobody gets too many. */
function deliver(type: string, with_: object) {
  phones += 1;
  const [{ phoneNumberId }] = meta.senders;
  const message = composed(type, with_);
  const isAbout = message.channel === 'whatsapp' && message.about !== undefined;
  return client.deliver({
    sender: { id: 'sdr_1', channel: 'whatsapp', providerId: phoneNumberId },
    to: { phone: `+8210${phones}` },
    message,
    token: `att_${phones}`,
    ...(isAbout ? { about: 'wamid.HBgM' } : {}),
  });
}

test.each(messageCases)('%s is taken', async (_kind, with_) => {
  expect(await deliver('whatsapp.message', with_)).toMatchObject({
    result: 'accepted',
    providerMessageId: expect.stringMatching(/^wamid\./),
  });
});

test.each(templateCases)('a template with %s is taken', async (_part, with_) => {
  expect(await deliver('whatsapp.template', { ...templateBase, ...with_ })).toMatchObject({
    result: 'accepted',
  });
});

test('a quote and a reaction are taken, and a receipt has no id', async () => {
  expect(await deliver('whatsapp.message', { text: 'a', replyTo: 'offer' })).toMatchObject({
    result: 'accepted',
  });
  expect(await deliver('whatsapp.reaction', { emoji: '👍' })).toMatchObject({ result: 'accepted' });
  const receipt = await deliver('whatsapp.read', { typing: true });
  expect(receipt).toMatchObject({ result: 'accepted' });
  expect(receipt).not.toHaveProperty('providerMessageId');
});
