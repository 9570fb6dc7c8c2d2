import { expect, test } from 'vitest';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';
import { envelope, inbound } from './webhook-values.ts';

const take = (more: object) =>
  splitWebhook(envelope({ messages: [inbound({ text: undefined, ...more })] })).items[0];

test.each([
  [
    { type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'look' } },
    { text: 'look', media: { id: '1', mimeType: 'image/jpeg' } },
  ],
  [{ type: 'video', video: { id: '2' } }, { media: { id: '2' } }],
  [
    { type: 'audio', audio: { id: '3', mime_type: 'audio/ogg; codecs=opus', voice: true } },
    { media: { id: '3', mimeType: 'audio/ogg; codecs=opus', voice: true } },
  ],
  [
    { type: 'document', document: { id: 4, filename: 'a.pdf', caption: 'the bill' } },
    { text: 'the bill', media: { id: '4', fileName: 'a.pdf' } },
  ],
  [{ type: 'sticker', sticker: { id: '5', animated: false } }, { media: { id: '5' } }],
  [
    { type: 'location', location: { latitude: 37.4, longitude: -122.1, name: 'Here' } },
    { location: { latitude: 37.4, longitude: -122.1, name: 'Here' } },
  ],
  [
    { type: 'contacts', contacts: [{ phones: [{ phone: '+1 555-010-0001', wa_id: '15550100001' }, {}] }] },
    { contacts: { phones: ['15550100001'], requested: false } },
  ],
  [
    {
      type: 'interactive',
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"size":"L"}' },
      },
    },
    { text: 'Sent', flow: { name: 'flow', response: { size: 'L' } } },
  ],
  [
    { type: 'interactive', interactive: { nfm_reply: { response_json: 'not JSON' } } },
    { flow: { response: { raw: 'not JSON' } } },
  ],
  [{ type: 'reaction', reaction: { message_id: 'm', emoji: '👍' } }, { reaction: { emoji: '👍' } }],
  [{ type: 'reaction', reaction: { message_id: 'm', emoji: '' } }, { reaction: {} }],
  [
    {
      type: 'order',
      order: {
        catalog_id: '9',
        text: '',
        product_items: [
          { product_retailer_id: 'p', quantity: 2, item_price: 30, currency: 'USD' },
          { quantity: 1 },
        ],
      },
    },
    { order: { catalogId: '9', items: [{ productId: 'p', quantity: 2, price: 30, currency: 'USD' }] } },
  ],
  [
    { context: { referred_product: { catalog_id: 'c', product_retailer_id: 'p' }, forwarded: true } },
    { product: { catalogId: 'c', productId: 'p' }, forwarded: true },
  ],
  [
    {
      referral: {
        source_type: 'ad',
        source_id: '12',
        source_url: 'https://a.example',
        ctwa_clid: 'c',
        body: 'x',
      },
    },
    { referral: { sourceType: 'ad', sourceId: '12', sourceUrl: 'https://a.example', clickId: 'c' } },
  ],
  [
    { type: 'unsupported', errors: [{ code: 131060 }], unsupported: { type: 'poll' } },
    { unsupported: { code: '131060', type: 'poll' } },
  ],
])('%j carries %j', (more, content) => {
  const item = take(more);
  expect(item).toMatchObject({ kind: 'inbound', ...content });
  const { kind, key, id, phoneNumberId, atMs, from, type, contextId, ...carried } = { ...item } as Record<
    string,
    unknown
  >;
  expect(carried).toEqual(content);
});

test('an answer to our request for the number tells the phone of who has hidden it', () => {
  const contacts = [{ phones: [{ phone: '+82 10-1234-5678' }] }];
  const hidden = { from: undefined, from_user_id: 'KR.1', type: 'contacts', contacts };
  expect(take({ ...hidden, origin: 'contact_request' })).toMatchObject({
    from: { phone: '+821012345678', userId: 'KR.1' },
    contacts: { requested: true },
  });
  expect(take({ ...hidden, origin: 'other' })).toMatchObject({ from: { userId: 'KR.1' } });
  expect(take({ ...hidden, origin: 'other' })).not.toMatchObject({ from: { phone: '+821012345678' } });
});

test('a number without its country is nobody’s, unless Meta gives its own form of it', () => {
  const contacts = (phones: object) => ({
    ...{ from: undefined, from_user_id: 'KR.1', type: 'contacts', origin: 'contact_request' },
    contacts: [{ phones: [phones] }],
  });
  const taken = take(contacts({ phone: '010-1234-5678' }));
  expect(taken?.kind === 'inbound' && taken.from).toEqual({ userId: 'KR.1' });
  expect(take(contacts({ phone: '010-1234-5678', wa_id: '821012345678' }))).toMatchObject({
    from: { phone: '+821012345678' },
  });
});

const call = (more: object) => ({
  calls: [{ id: 'wacid.1', from: '821012345678', event: 'connect', timestamp: '1750000000', ...more }],
});

test('who calls us is taken like who writes', () => {
  const { items } = splitWebhook(envelope(call({ direction: 'USER_INITIATED' }), 'calls'));
  expect(items).toEqual([
    {
      kind: 'inbound',
      key: 'inbound:wacid.1',
      id: 'wacid.1',
      phoneNumberId: '1001',
      atMs: 1_750_000_000_000,
      from: { phone: '+821012345678' },
      type: 'call',
    },
  ]);
});

test.each([
  [call({ direction: 'BUSINESS_INITIATED' }), 'calls.business_initiated'],
  [call({ event: 'terminate' }), 'calls.terminate'],
  [call({ timestamp: undefined }), 'calls.calls'],
  [{ statuses: [{ id: 'wacid.1', type: 'call', status: 'RINGING' }] }, 'calls.statuses'],
  [{ calls: 'strange' }, 'calls'],
])('%j opens nothing', (value, field) => {
  const { items } = splitWebhook(envelope(value, 'calls'));
  expect(items).toEqual([{ kind: 'ignored', field }]);
});
