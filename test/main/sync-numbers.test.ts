// Asking Meta for its numbers, on a real database against the emulated Graph API.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CloudApiEmulator, startCloudApi } from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { type AccountNumber, syncNumbers } from '../../src/main/sync-numbers.ts';
import { createTemplateSyncer } from '../../src/main/template-syncer.ts';
import { createId } from '../../src/store/ids.ts';
import { findDailyLimit } from '../../src/store/portfolios.ts';
import { listSendersOfAccount } from '../../src/store/senders.ts';
import { leaseTemplateSync } from '../../src/store/template-sync.ts';
import { silent } from '../support/inbox-world.ts';
import { createTestDatabase } from '../support/stack.ts';
import { sendersOf } from '../support/whatsapp-senders.ts';

const now = Date.UTC(2026, 4, 4, 3);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let meta: CloudApiEmulator;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  meta = await startCloudApi({ now: () => now });
  const { store } = database;
  for (const table of ['sender', 'template_sync', 'portfolio'] as const)
    await store.deleteFrom(table).execute();
  const [{ phoneNumberId, businessAccountId }] = meta.senders;
  const number = { provider_id: phoneNumberId, account_id: businessAccountId };
  await store
    .insertInto('sender')
    .values({ id: createId('sdr'), channel: 'whatsapp', ...number })
    .execute();
  const lease = { at: new Date(now), leaseMs: 0, force: true };
  await leaseTemplateSync(store, businessAccountId, lease);
});
afterEach(() => meta.close());

function number(change: Partial<AccountNumber> = {}): AccountNumber {
  const [{ phoneNumberId, businessAccountId: accountId }] = meta.senders;
  const access = { baseUrl: meta.url, apiVersion: 'v25.0', accessToken: meta.accessToken };
  return { phoneNumberId, accountId, access, ...change };
}

const stored = async () => (await listSendersOfAccount(database.store, meta.senders[0].businessAccountId))[0];
const sync = (change: Partial<AccountNumber> = {}) =>
  syncNumbers(database.store, [number(change)], () => now);

describe('a number', () => {
  test('is read with its digits, its rate and its portfolio’s limit', async () => {
    const [{ phoneNumberId, displayPhoneNumber }] = meta.senders;
    meta.setNumber({ throughput: 'HIGH', messagingLimit: 'TIER_2K' });
    expect(await sync()).toEqual([{ phoneNumberId, state: 'synced' }]);
    const sender = await stored();
    expect(sender).toMatchObject({ displayPhone: displayPhoneNumber, perSecond: 1_000 });
    expect(await findDailyLimit(database.store, sender?.portfolioId ?? '')).toBe(2_000);
  });

  test('keeps the rate and the portfolio that its operator has configured', async () => {
    await sync({ perSecond: 7, portfolioId: 'ours' });
    expect(await stored()).toMatchObject({ perSecond: 7, portfolioId: 'ours' });
  });

  test('that can not be read stays as it is, with Meta’s code', async () => {
    const access = { ...number().access, accessToken: 'expired' };
    expect(await sync({ access })).toMatchObject([{ state: 'failed', code: '190' }]);
    expect(await stored()).toMatchObject({ displayPhone: null, perSecond: 80 });
  });
});

test('the numbers of an account are read with its templates', async () => {
  const { accountId, phoneNumberId, access } = number();
  const settings = { name: 'shop', provider: 'meta', directSend: false, isDefault: true } as const;
  const book = {
    ...sendersOf(access),
    list: () => [{ ...settings, accountId, phoneNumberId, baseUrl: meta.url, apiVersion: 'v25.0' }],
    refresh: async () => false,
  };
  const syncer = createTemplateSyncer({
    store: database.store,
    book,
    everyMs: 0,
    log: silent,
    now: () => now,
  });
  expect(await syncer.sync()).toMatchObject([{ state: 'synced' }]);
  expect(await stored()).toMatchObject({ displayPhone: meta.senders[0].displayPhoneNumber });
});
