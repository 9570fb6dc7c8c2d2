import { describe, expect, test } from 'vitest';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';

const said = { wa_id: '61491570156', detail: 'User requested to stop', category: 'marketing_messages' };

function split(preferences: unknown, more: object = {}, time?: number) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: '1' },
    user_preferences: preferences,
    ...more,
  };
  const entry = [
    { id: '2', ...(time === undefined ? {} : { time }), changes: [{ field: 'user_preferences', value }] },
  ];
  return splitWebhook({ object: 'whatsapp_business_account', entry }).items;
}

test.each(['stop', 'resume'])('%s is an item with its own time', (value) => {
  expect(split([{ ...said, value, timestamp: 1_731_705_721 }])).toEqual([
    {
      kind: 'preference',
      key: `preference:+61491570156:${value}::1731705721000`,
      from: { phone: '+61491570156' },
      value,
      atMs: 1_731_705_721_000,
    },
  ]);
});

test('a sign-up names its link', () => {
  expect(split([{ ...said, value: 'signup', signup_id: 'summer', timestamp: '1731705721' }])).toMatchObject([
    { value: 'signup', signupId: 'summer', atMs: 1_731_705_721_000 },
  ]);
});

test('a person may be known by ids alone, beside the preference or in it', () => {
  const { wa_id: _wa, ...nameless } = { ...said, value: 'stop', timestamp: 1 };
  expect(split([{ ...nameless, user_id: 'AU.1' }])).toMatchObject([{ from: { userId: 'AU.1' } }]);
  expect(split([nameless], { contacts: [{ user_id: 'AU.2' }] })).toMatchObject([
    { from: { userId: 'AU.2' } },
  ]);
});

test('the entry lends its time', () => {
  expect(split([{ ...said, value: 'stop' }], {}, 1_731_705_721)).toMatchObject([{ atMs: 1_731_705_721_000 }]);
});

describe('what we do not understand is ignored and counted', () => {
  test.each([
    ['another word', [{ ...said, value: 'snooze', timestamp: 1 }], 'user_preferences.value'],
    [
      'another category',
      [{ ...said, category: 'all', value: 'stop', timestamp: 1 }],
      'user_preferences.category',
    ],
    ['nobody', [{ value: 'stop', timestamp: 1 }], 'user_preferences'],
    ['no time', [{ ...said, value: 'stop' }], 'user_preferences'],
    ['no object', ['stop'], 'user_preferences'],
    ['no list', { value: 'stop' }, 'user_preferences'],
  ])('%s', (_what, preferences, field) => {
    expect(split(preferences)).toEqual([{ kind: 'ignored', field }]);
  });
});
