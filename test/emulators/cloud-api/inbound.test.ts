// What a phone's owner can do, and every other webhook: told as Meta tells it. That our side understands each is a proof
// from the other side of the wall.

import { describe, expect, test } from 'vitest';
import type { InboundContent } from '../../../src/emulators/cloud-api/inbound-content.ts';
import type { WebhookOrder } from '../../../src/emulators/cloud-api/webhook-builders.ts';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';
import { started } from '../started.ts';

const ADA = '+821012345678';
const GONE = 'US.999';

const contents: readonly InboundContent[] = [
  { type: 'text', text: 'hi' },
  { type: 'image', caption: 'look' },
  { type: 'video' },
  { type: 'audio', voice: true },
  { type: 'document', filename: 'bill.pdf' },
  { type: 'sticker' },
  { type: 'location', latitude: 37.5, longitude: 127, name: 'Home' },
  { type: 'contacts', name: 'Bob', phone: '+14165550123' },
  { type: 'button', payload: 'YES', text: 'Yes' },
  { type: 'button_reply', id: 'yes', title: 'Yes' },
  { type: 'list_reply', id: 'red', title: 'Red' },
  { type: 'nfm_reply', response: { size: 'L' } },
  { type: 'reaction', wamid: 'wamid.some', emoji: '👍' },
  { type: 'order', catalogId: 'c1', items: [{ productId: 'p1', quantity: 2, price: 9.5, currency: 'USD' }] },
  { type: 'unsupported' },
];

describe('a message of a person', () => {
  test.each(contents)('of type $type opens the window, and is understood', async (content) => {
    const { emulator, client, receiver } = await started();
    const wamid = emulator.write(ADA, content);
    expect((await client.text(ADA, 'thanks')).status).toBe(200);
    await emulator.idle();
    const { items, ignored } = splitWebhook(receiver.posts[0]?.body);
    expect(ignored).toBe(0);
    const { value } = receiver.changes()[0] ?? {};
    const [message] = value?.messages ?? [];
    expect(items).toMatchObject([{ kind: 'inbound', id: wamid, type: message?.type }]);
    expect(emulator.received(ADA)).toHaveLength(1);
  });

  test('is taken over HTTP in all kinds, and refused with what is wrong', async () => {
    const { client, receiver, emulator } = await started();
    const path = `/phones/${encodeURIComponent(ADA)}`;
    const content = { type: 'list_reply', id: 'red', title: 'Red' };
    const sent = await client.control('POST', `${path}/messages`, { content, context: 'wamid.asked' });
    const refused = await client.control('POST', `${path}/messages`, { content: { type: 'smoke' } });
    await emulator.idle();
    expect([sent.status, refused.status, refused.body['code']]).toEqual([201, 400, 'EMULATOR_INPUT_INVALID']);
    expect(receiver.inbound()).toMatchObject([
      { context: { id: 'wamid.asked' }, interactive: { type: 'list_reply', list_reply: { id: 'red' } } },
    ]);
  });

  test('that reacts is shown at what it reacts to', async () => {
    const { client, emulator } = await started();
    emulator.reply(ADA, 'hi');
    const { body } = await client.text(ADA, 'hello');
    await emulator.idle();
    emulator.write(ADA, { type: 'reaction', wamid: body.messages?.[0]?.id ?? '', emoji: '❤️' });
    expect(emulator.messages(ADA)[0]?.reaction).toBe('❤️');
  });
});

describe('a person who changes', () => {
  test('their number is followed, and nobody is at the old one', async () => {
    const { emulator, client, receiver } = await started();
    await client.control('PUT', `/phones/${encodeURIComponent(ADA)}/number`, { to: '+821099999999' });
    await client.template(ADA);
    await emulator.idle();
    expect(splitWebhook(receiver.posts[0]?.body).items).toMatchObject([
      { kind: 'identity', from: { phone: ADA }, to: { phone: '+821099999999' } },
    ]);
    expect(emulator.messages(ADA)[0]?.statuses).toMatchObject([{ status: 'failed', code: 131026 }]);
  });

  test('their id is told by a message and by a field of its own', async () => {
    const { emulator, receiver } = await started();
    emulator.changeUserId(GONE, 'US.1000');
    await emulator.idle();
    const items = receiver.posts.flatMap(({ body }) => splitWebhook(body).items);
    expect(items).toMatchObject(
      Array(2).fill({ kind: 'identity', from: { userId: GONE }, to: { userId: 'US.1000' } }),
    );
  });

  test('their mind about marketing, or calls, is understood', async () => {
    const { emulator, receiver } = await started();
    emulator.prefer(ADA, 'stop');
    emulator.call(ADA);
    await emulator.idle();
    const items = receiver.posts.flatMap(({ body }) => splitWebhook(body).items);
    expect(items).toMatchObject([
      { kind: 'preference', value: 'stop', from: { phone: ADA } },
      ...items.slice(1).map(() => expect.anything()),
    ]);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'inbound', type: 'call' }));
  });
});

const template = { name: 'spring_sale', language: 'ko' };
const orders: readonly WebhookOrder[] = [
  {
    field: 'message_template_status_update',
    about: { ...template, event: 'PAUSED', title: 'FIRST_PAUSE' },
  },
  { field: 'message_template_quality_update', about: { ...template, next: 'RED' } },
  { field: 'template_category_update', about: { ...template, next: 'MARKETING', correct: 'UTILITY' } },
  { field: 'message_template_components_update', about: template },
  {
    field: 'account_update',
    about: { event: 'ACCOUNT_RESTRICTION', restrictions: [{ type: 'RESTRICTED_UTILITY_TEMPLATES' }] },
  },
  { field: 'account_update', about: { event: 'DISABLED_UPDATE', banState: 'DISABLE' } },
  { field: 'account_alerts', about: { type: 'OBA_APPROVED' } },
  { field: 'account_review_update', about: { decision: 'APPROVED' } },
  { field: 'business_capability_update', about: { messagingLimit: 'TIER_2K' } },
  { field: 'phone_number_quality_update', about: { event: 'THROUGHPUT_UPGRADE' } },
  { field: 'messages', about: { code: 130429 } },
];

describe('a webhook that is made up', () => {
  test.each(orders)('of $field is whole enough to be understood', async (order) => {
    const { emulator, client, receiver } = await started({
      templates: [
        {
          ...template,
          category: 'MARKETING',
          status: 'APPROVED',
          components: [{ type: 'BODY', text: 'Hi' }],
        },
      ],
    });
    const { status, body } = await client.control('POST', '/webhooks', order);
    await emulator.idle();
    expect([status, body['field']]).toEqual([201, order.field]);
    expect(receiver.changes()).toMatchObject([{ field: order.field, value: body['value'] }]);
    const { items, ignored } = splitWebhook(receiver.posts[0]?.body, Date.now());
    expect([items.length, ignored]).toEqual([1, 0]);
  });

  test('has any value of any field, as it was given', async () => {
    const { emulator, receiver } = await started();
    emulator.sendWebhook({ field: 'flows', value: { event: 'FLOW_STATUS_CHANGE' } });
    await emulator.idle();
    expect(receiver.changes()).toEqual([{ field: 'flows', value: { event: 'FLOW_STATUS_CHANGE' } }]);
  });

  test('needs a template that is there', async () => {
    const { client } = await started();
    const { status, body } = await client.control('POST', '/webhooks', orders[0]);
    expect([status, body['code']]).toEqual([400, 'EMULATOR_TEMPLATE_UNKNOWN']);
  });
});
