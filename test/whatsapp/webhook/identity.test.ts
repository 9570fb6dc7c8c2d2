import { expect, test } from 'vitest';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';
import { envelope, inbound } from './webhook-values.ts';

const system = (system: object, more: object = {}) =>
  splitWebhook(envelope({ messages: [inbound({ type: 'system', text: undefined, system, ...more })] }))
    .items[0];

test('a changed number is an identity item with both numbers', () => {
  const change = { body: 'User x changed', wa_id: '821087654321', type: 'user_changed_number' };
  expect(system(change)).toEqual({
    kind: 'identity',
    key: 'identity:wamid.in',
    atMs: 1_750_000_000_000,
    from: { phone: '+821012345678' },
    to: { phone: '+821087654321' },
  });
});

test('a new id may come with the new number, and older payloads use other words', () => {
  const change = { type: 'customer_changed_number', new_wa_id: '821087654321', user_id: 'KR.2' };
  expect(system(change)).toMatchObject({ to: { phone: '+821087654321', userId: 'KR.2' } });
});

test('a changed id names the one before, in one of two places', () => {
  const change = { type: 'user_changed_user_id', user_id: 'KR.2', parent_user_id: 'KR.ENT.2' };
  const to = { userId: 'KR.2', parentUserId: 'KR.ENT.2' };
  expect(system(change, { from: undefined, from_user_id: 'KR.1' })).toMatchObject({
    from: { userId: 'KR.1' },
    to,
  });
  expect(system({ ...change, previous_user_id: 'KR.1' }, { from: undefined })).toMatchObject({
    from: { userId: 'KR.1' },
    to,
  });
});

test.each([
  [{ type: 'customer_identity_changed' }, {}],
  [{ type: 'user_changed_number' }, {}],
  [{ type: 'user_changed_user_id', user_id: 'KR.2' }, { from: undefined }],
  ['strange', {}],
])('the system message %j says nothing that we act on', (content, more) => {
  expect(system(content as object, more)).toEqual({ kind: 'ignored', field: 'messages.messages.system' });
});

const update = (more: object) => ({
  user_id_update: [
    {
      wa_id: '821012345678',
      detail: 'User id has been updated.',
      user_id: { previous: 'KR.1', current: 'KR.2' },
      timestamp: '1750000000',
      ...more,
    },
  ],
});

test('the field user_id_update is followed, with and without phone and parent', () => {
  const parent_user_id = { previous: 'KR.ENT.1', current: 'KR.ENT.2' };
  expect(splitWebhook(envelope(update({ parent_user_id }), 'user_id_update')).items).toEqual([
    {
      kind: 'identity',
      key: 'identity:KR.1:KR.ENT.1:KR.2:KR.ENT.2',
      atMs: 1_750_000_000_000,
      from: { phone: '+821012345678', userId: 'KR.1', parentUserId: 'KR.ENT.1' },
      to: { userId: 'KR.2', parentUserId: 'KR.ENT.2' },
    },
  ]);
  const bare = splitWebhook(envelope(update({ wa_id: undefined }), 'user_id_update'));
  expect(bare.items).toMatchObject([{ from: { userId: 'KR.1' }, to: { userId: 'KR.2' } }]);
});

test.each([update({ user_id: undefined }), update({ timestamp: 'x' }), { user_id_update: 'x' }])(
  'the update %j is ignored',
  (value) => {
    expect(splitWebhook(envelope(value, 'user_id_update')).items).toEqual([
      { kind: 'ignored', field: 'user_id_update' },
    ]);
  },
);
