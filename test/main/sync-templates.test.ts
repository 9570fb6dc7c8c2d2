// Listing an account's templates, on a real database against the emulated Graph API.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CloudApiEmulator, startCloudApi } from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { syncTemplates } from '../../src/main/sync-templates.ts';
import { readTemplateInfos } from '../../src/store/template-info.ts';
import { findTemplateSync } from '../../src/store/template-sync.ts';
import { findTemplate, listTemplatesOf, tellTemplate } from '../../src/store/templates.ts';
import { createTestDatabase } from '../support/stack.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 4, 4, 3);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let meta: CloudApiEmulator;
let now = start;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = start;
  meta = await startCloudApi({ now: () => now });
  for (const table of ['template', 'template_sync'] as const)
    await database.store.deleteFrom(table).execute();
});
afterEach(() => meta.close());

const accountId = '200000000000001';
const sync = (change: { force?: boolean; token?: string } = {}) =>
  syncTemplates(
    database.store,
    {
      accountId,
      access: { baseUrl: meta.url, apiVersion: 'v25.0', accessToken: change.token ?? meta.accessToken },
    },
    { everyMs: 5 * minute, force: change.force ?? false, now: () => now },
  );
const offer = {
  name: 'offer',
  language: 'ko',
  category: 'UTILITY',
  status: 'APPROVED',
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Hi {{1}}, {{2}}' },
  ],
};
const key = { accountId, name: 'offer', language: 'ko' };
const stored = () => findTemplate(database.store, key);
const calls = () => meta.requests().filter(({ path }) => path.includes('message_templates')).length;

describe('a list', () => {
  test('brings templates with all that checks and gate go by', async () => {
    meta.addTemplate(offer);
    expect(await sync()).toMatchObject({ state: 'synced', listed: 1, changed: 1, gone: 0 });
    expect(await stored()).toMatchObject({ status: 'APPROVED', category: 'utility', quality: 'UNKNOWN' });
    expect(await readTemplateInfos(database.store, now)).toMatchObject([
      { name: 'offer', language: 'ko', category: 'UTILITY', header: 'image', bodyParameters: 2 },
    ]);
  });

  test('of many pages is read to its end', async () => {
    for (let index = 0; index < 450; index += 1) meta.addTemplate({ ...offer, name: `offer_${index}` });
    expect(await sync()).toMatchObject({ listed: 450, changed: 450 });
    expect(await listTemplatesOf(database.store, accountId)).toHaveLength(450);
  });

  test('without a template that was there says that it is deleted', async () => {
    meta.addTemplate(offer);
    await sync();
    meta.reset();
    now += 5 * minute;
    expect(await sync()).toMatchObject({ listed: 0, gone: 1 });
    expect(await stored()).toMatchObject({ status: 'DELETED' });
    now += 5 * minute;
    expect(await sync()).toMatchObject({ gone: 0 });
  });

  test('says nothing against what a webhook has told since', async () => {
    meta.addTemplate(offer);
    await database.store
      .transaction()
      .execute((trx) => tellTemplate(trx, key, { at: now - 1_000, status: { word: 'PAUSED' } }));
    await sync();
    expect(await stored()).toMatchObject({ status: 'PAUSED' });
    now += 5 * minute;
    await sync();
    expect(await stored()).toMatchObject({ status: 'APPROVED' });
  });

  test('keeps the reason that only a webhook tells', async () => {
    meta.addTemplate({ ...offer, status: 'PAUSED' });
    const status = { word: 'PAUSED', reason: 'FIRST_PAUSE' };
    await database.store.transaction().execute((trx) => tellTemplate(trx, key, { at: now - hour, status }));
    await sync();
    expect(await stored()).toMatchObject({ status: 'PAUSED', statusReason: 'FIRST_PAUSE' });
  });
});

describe('the next list', () => {
  test('is not due before its time, unless somebody asks', async () => {
    await sync();
    now += 4 * minute;
    expect(await sync()).toMatchObject({ state: 'waiting', until: new Date(start + 5 * minute) });
    expect(await sync({ force: true })).toMatchObject({ state: 'synced' });
  });

  test('is made by one of several processes', async () => {
    meta.addTemplate(offer);
    const states = (await Promise.all([sync(), sync(), sync()])).map(({ state }) => state);
    expect(states.filter((state) => state === 'synced')).toHaveLength(1);
  });

  test('waits as Meta asks when the quota is used up, whoever asks', async () => {
    meta.setAccount({ managementCallsPerHour: 1 });
    await sync();
    const failed = await sync({ force: true });
    expect(failed).toMatchObject({ state: 'failed', code: '80008' });
    const until = 'until' in failed ? failed.until.getTime() : 0;
    expect(until).toBeGreaterThanOrEqual(start + hour);
    now += 10 * minute;
    const before = calls();
    expect(await sync({ force: true })).toMatchObject({ state: 'waiting' });
    expect(calls()).toBe(before);
    now = until;
    expect(await sync()).toMatchObject({ state: 'synced' });
  });

  test('comes later while most of the quota is used', async () => {
    meta.setAccount({ managementCallsPerHour: 1 });
    await sync();
    expect(await findTemplateSync(database.store, accountId)).toMatchObject({
      next_at: new Date(start + 30 * minute),
    });
  });

  test('after failures waits longer each time, and as usual after a success', async () => {
    for (const waitMs of [minute, 2 * minute, 4 * minute]) {
      const failed = await sync({ token: 'wrong' });
      expect(failed).toMatchObject({ state: 'failed', code: '190', until: new Date(now + waitMs) });
      now += waitMs;
    }
    await sync();
    now += 5 * minute;
    expect(await sync({ token: 'wrong' })).toMatchObject({ until: new Date(now + minute) });
  });

  test('never makes more calls in an hour than half of what Meta allows', async () => {
    for (let index = 0; index < 130; index += 1) {
      now += 20_000;
      await sync({ force: true });
    }
    // Two hours of the clock are touched, and each list takes one or two calls.
    expect(calls()).toBeLessThanOrEqual(200);
  });
});
