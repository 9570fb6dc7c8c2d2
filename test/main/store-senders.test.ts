import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { SenderSettings } from '../../src/main/senders-file.ts';
import { storeSenders } from '../../src/main/store-senders.ts';
import { createTestDatabase } from '../support/stack.ts';

const settings = (name: string, more: Partial<SenderSettings> = {}): SenderSettings => ({
  name,
  phoneNumberId: '1',
  accountId: '7',
  provider: 'meta',
  baseUrl: 'https://example.org',
  apiVersion: 'v25.0',
  directSend: false,
  isDefault: false,
  ...more,
});

test('a number keeps its id whatever is configured, and one that is configured no more stays without sending', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.close());
  const { store } = database;
  const config = readConfig({ SMS_FROM: '+15550100002', EMAIL_FROM: 'a@example.org' });
  const rows = () =>
    store
      .selectFrom('sender')
      .select([
        'id',
        'channel',
        'name',
        'active',
        'is_default',
        'per_second',
        'per_second_set',
        'direct_send',
      ])
      .orderBy('provider_id')
      .execute();
  await storeSenders(store, config, [
    settings('kr', { isDefault: true }),
    settings('br', { phoneNumberId: '2' }),
  ]);
  const before = await rows();
  expect(before.map(({ channel }) => channel)).toEqual(['sms', 'whatsapp', 'whatsapp', 'email']);
  await store.updateTable('sender').set({ per_second: 1_000 }).where('name', '=', 'kr').execute();
  await storeSenders(store, config, [
    settings('korea', { directSend: true, isDefault: true }),
    settings('jp', { phoneNumberId: '3', perSecond: 20 }),
  ]);
  const after = await rows();
  expect(after.slice(0, 3).map(({ id }) => id)).toEqual(before.slice(0, 3).map(({ id }) => id));
  expect(after.filter(({ channel }) => channel === 'whatsapp')).toMatchObject([
    // What Meta has told of the number is not forgotten.
    {
      name: 'korea',
      active: true,
      is_default: true,
      direct_send: true,
      per_second: 1_000,
      per_second_set: false,
    },
    { name: 'br', active: false, is_default: false },
    { name: 'jp', active: true, per_second: 20, per_second_set: true },
  ]);
});
