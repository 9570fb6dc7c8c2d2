import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWebhook, toSelfTest } from '../../../src/whatsapp/webhook/split-webhook.ts';
import { envelope, inbound, status } from './webhook-values.ts';

const only = (value: object) => splitWebhook(envelope(value)).items[0];

test('a delivered status carries token, wamid, time, sender and recipient', () => {
  expect(splitWebhook(envelope({ statuses: [status()] }))).toEqual({
    items: [
      {
        kind: 'status',
        key: 'status:wamid.one:delivered',
        token: 'tok_1',
        providerMessageId: 'wamid.one',
        status: 'delivered',
        atMs: 1_750_000_000_000,
        phoneNumberId: '1001',
        recipient: { phone: '+821012345678' },
      },
    ],
    ignored: 0,
  });
});

test.each([
  [[{ code: 131049, title: 'x', error_data: { details: 'y' } }], '131049'],
  [[{ code: '131026', title: 'x' }], '131026'],
  [[{ title: 'no code' }, { code: 1 }], '1'],
  [[{ title: 'no code' }], undefined],
  ['strange', undefined],
])('a failed status with errors %j has code %s', (errors, code) => {
  const item = only({ statuses: [status({ status: 'failed', errors })] });
  expect(item).toMatchObject({ kind: 'status', status: 'failed' });
  expect(item).toHaveProperty('key', code ? `status:wamid.one:failed:${code}` : 'status:wamid.one:failed');
  expect(item).toEqual(expect.objectContaining({ code }));
});

test.each([
  ['1750000000', 1_750_000_000_000],
  [1_750_000_000, 1_750_000_000_000],
  ['1750000000123', 1_750_000_000_123],
  [1_750_000_000_123, 1_750_000_000_123],
])('the time %j is %i', (timestamp, atMs) => {
  expect(only({ statuses: [status({ timestamp })] })).toMatchObject({ atMs });
  expect(only({ messages: [inbound({ timestamp })] })).toMatchObject({ atMs });
});

test('a status without a time takes the time of arrival; an inbound message without one opens nothing', () => {
  const body = envelope({
    statuses: [status({ timestamp: undefined })],
    messages: [inbound({ timestamp: '' })],
  });
  expect(splitWebhook(body, 5).items).toMatchObject([
    { kind: 'status', atMs: 5 },
    { kind: 'ignored', field: 'messages.messages' },
  ]);
  expect(splitWebhook(body).ignored).toBe(2);
});

test.each([
  [{ recipient_id: undefined, recipient_user_id: 'KR.13491208655302' }, { userId: 'KR.13491208655302' }],
  [{ recipient_id: 'KR.13491208655302' }, { userId: 'KR.13491208655302' }],
  [{ recipient_user_id: 'KR.1' }, { phone: '+821012345678', userId: 'KR.1' }],
])('a recipient may be a phone, a business-scoped id or both: %j', (more, recipient) => {
  expect(only({ statuses: [status(more)] })).toMatchObject({ recipient });
});

test('statuses we do not know, and those of groups, are ignored and counted', () => {
  const statuses = [
    status({ status: 'deleted' }),
    status({ recipient_type: 'group' }),
    status({ id: undefined }),
  ];
  expect(splitWebhook(envelope({ statuses }))).toEqual({
    items: [
      { kind: 'ignored', field: 'messages.statuses.deleted' },
      { kind: 'ignored', field: 'messages.statuses.group' },
      { kind: 'ignored', field: 'messages.statuses' },
    ],
    ignored: 3,
  });
});

test('an inbound text carries who, when, what and what it answers', () => {
  expect(only({ messages: [inbound({ context: { id: 'wamid.ours', from: '15550001111' } })] })).toEqual({
    kind: 'inbound',
    key: 'inbound:wamid.in',
    id: 'wamid.in',
    phoneNumberId: '1001',
    atMs: 1_750_000_000_000,
    from: { phone: '+821012345678' },
    type: 'text',
    text: 'hello',
    contextId: 'wamid.ours',
  });
});

test.each([
  [
    { type: 'button', text: undefined, button: { payload: 'STOP', text: 'Stop' } },
    { text: 'Stop', button: { payload: 'STOP', text: 'Stop' } },
  ],
  [
    {
      type: 'interactive',
      text: undefined,
      interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
    },
    { text: 'Yes', button: { payload: 'yes', text: 'Yes' } },
  ],
  [
    { type: 'interactive', text: undefined, interactive: { list_reply: { id: 'r1', title: 'One' } } },
    { text: 'One', button: { payload: 'r1' } },
  ],
  [
    { type: 'image', text: undefined, image: { id: '1', caption: 'look' } },
    { type: 'image', text: 'look' },
  ],
  [
    { type: 'reaction', text: undefined, reaction: { message_id: 'wamid.ours', emoji: '👍' } },
    { type: 'reaction', contextId: 'wamid.ours' },
  ],
  [{ type: 'unsupported', text: undefined, errors: [{ code: 131051 }] }, { type: 'unsupported' }],
  [{ type: 'hologram', text: undefined }, { type: 'hologram' }],
])('an inbound %j counts as written', (more, expected) => {
  expect(only({ messages: [inbound(more)] })).toMatchObject({ kind: 'inbound', ...expected });
});

test('the sender of a message may be a business-scoped id, in its place or in the place of the phone', () => {
  const userId = 'KR.13491208655302';
  const contacts = [{ profile: { username: 'x' }, user_id: userId }];
  expect(only({ contacts, messages: [inbound({ from: undefined })] })).toMatchObject({ from: { userId } });
  expect(only({ messages: [inbound({ from: userId })] })).toMatchObject({ from: { userId } });
  expect(only({ contacts, messages: [inbound()] })).toMatchObject({
    from: { userId, phone: '+821012345678' },
  });
});

test('of several contacts, the one that shares an id with the message says who wrote', () => {
  const contacts = [
    { wa_id: '821000000001', user_id: 'KR.1' },
    { wa_id: '821012345678', user_id: 'KR.2', parent_user_id: 'KR.ENT.2' },
  ];
  expect(only({ contacts, messages: [inbound()] })).toMatchObject({
    from: { phone: '+821012345678', userId: 'KR.2', parentUserId: 'KR.ENT.2' },
  });
  expect(only({ contacts, messages: [inbound({ from: undefined })] })).toMatchObject({ kind: 'ignored' });
});

test('what Meta charges for is kept in its own words', () => {
  const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' };
  expect(only({ statuses: [status({ pricing })] })).toMatchObject({
    price: { category: 'marketing', type: 'regular' },
  });
  expect(only({ statuses: [status({ pricing: 'strange' })] })).toMatchObject({ kind: 'status' });
});

test('contacts beside a failed status are taken, documented or not', () => {
  const contacts = [{ profile: { name: 'x' }, wa_id: '821012345678', user_id: 'KR.2' }];
  const statuses = [status({ status: 'failed', errors: [{ code: 131049 }], recipient_id: undefined })];
  expect(only({ contacts, statuses })).toMatchObject({
    code: '131049',
    recipient: { phone: '+821012345678', userId: 'KR.2' },
  });
});

test.each([
  { type: 'system' },
  { type: 'revoke' },
  { type: 'edit' },
  { group_id: 'g1' },
  { from: undefined },
])('an inbound %j is nobody writing to us', (more) => {
  expect(only({ messages: [inbound(more)] })).toMatchObject({ kind: 'ignored' });
});

test('other fields, out-of-band errors and foreign objects are ignored by name', () => {
  expect(splitWebhook(envelope({ event: 'X' }, 'account_update'))).toEqual({
    items: [{ kind: 'ignored', field: 'account_update' }],
    ignored: 1,
  });
  expect(only({})).toEqual({ kind: 'ignored', field: 'messages' });
  expect(only({ something_new: [{ id: '1' }] })).toEqual({ kind: 'ignored', field: 'messages' });
  expect(only({ errors: [{ code: 130429 }] })).toEqual({ kind: 'ignored', field: 'messages.errors' });
  expect(splitWebhook({ object: 'page', entry: [] }).ignored).toBe(1);
});

test('our self-test is recognised', () => {
  expect(splitWebhook(toSelfTest('a1', 7)).items).toEqual([
    { kind: 'self-test', key: 'self-test:a1', id: 'a1', atMs: 7 },
  ]);
});

test('a batch of many entries is split in order, and one broken element costs only itself', () => {
  const one = envelope({ statuses: [status(), null, status({ status: 'read' })] });
  const two = envelope({ messages: [inbound(), 'x'] });
  const body = { ...one, entry: [...one.entry, 4, { changes: 'x' }, ...two.entry] };
  expect(splitWebhook(body).items.map((item) => item.key ?? item.kind)).toEqual([
    'status:wamid.one:delivered',
    'ignored',
    'status:wamid.one:read',
    'ignored',
    'inbound:wamid.in',
    'ignored',
  ]);
});

test('nothing that is JSON makes it throw, and the same body always splits alike', () => {
  const place = fc.constantFrom('statuses', 'messages', 'errors', 'contacts', 'metadata');
  fc.assert(
    fc.property(fc.jsonValue(), place, (json, name) => {
      for (const body of [json, envelope({ [name]: json }), envelope({ [name]: [json] })]) {
        const { items, ignored } = splitWebhook(body);
        expect(ignored).toBe(items.filter((item) => item.kind === 'ignored').length);
        expect(splitWebhook(structuredClone(body))).toEqual({ items, ignored });
      }
    }),
  );
});

test('odd values in any field of a status or message do not throw', () => {
  const odd = fc.jsonValue();
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(status()), 'errors', 'context', 'button', 'interactive'),
      odd,
      (name, json) => {
        const body = envelope({
          statuses: [status({ [name]: json })],
          messages: [inbound({ [name]: json })],
        });
        expect(splitWebhook(body).items.length).toBe(2);
      },
    ),
  );
});
