// What is remembered of a person with a sender, on a real database.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  lockMemory,
  type MemoryKey,
  rememberInbound,
  rememberProbe,
  rememberRefusal,
} from '../../src/store/channel-memory.ts';
import { createId } from '../../src/store/ids.ts';
import { upsertPerson } from '../../src/store/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

const hour = 3_600_000;
const noon = Date.UTC(2030, 0, 1, 12);
const at = (hours: number) => new Date(noon + hours * hour);

let database: TestDatabase;
let senderId: string;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  senderId = createId('sdr');
  const sender = { id: senderId, channel: 'whatsapp' as const, provider_id: '1', account_id: null };
  await database.store.insertInto('sender').values(sender).execute();
});
afterAll(() => database.close());

async function somebody(): Promise<MemoryKey> {
  people += 1;
  const person = { externalId: `guest-${people}`, defaultTimeZone: 'Asia/Seoul' };
  return { personId: (await upsertPerson(database.store, person)).id, senderId };
}

const memoryOf = (key: MemoryKey) => database.store.transaction().execute((trx) => lockMemory(trx, key));
const refused = (key: MemoryKey, effect: string, hours = 0) =>
  database.store.transaction().execute((trx) => rememberRefusal(trx, key, { effect, at: at(hours) }));
const wrote = (key: MemoryKey, hours: number) =>
  database.store.transaction().execute((trx) => rememberInbound(trx, key, { at: at(hours) }));

test('nothing is remembered of a stranger', async () => {
  expect(await memoryOf(await somebody())).toEqual({});
});

test('what is learnt comes back as it was', async () => {
  const key = await somebody();
  await database.store.transaction().execute((trx) => rememberInbound(trx, key, { at: at(0), fromAd: true }));
  for (const effect of ['cooldown', 'experiment', 'unreachable', 'window-closed'])
    await refused(key, effect, 1);
  const memory = await memoryOf(key);
  expect(memory).toEqual({
    windowEndsAt: noon + 24 * hour,
    windowRefusals: 1,
    windowRefusedAt: noon + hour,
    adEntryAt: noon,
    cooldownSince: noon + hour,
    cooldownCount: 1,
    experimentSince: noon + hour,
    experimentCheckedAt: noon + hour,
    unreachableAt: noon + hour,
    unreachableCount: 1,
  });
  await database.store
    .transaction()
    .execute((trx) => rememberProbe(trx, key, { sendId: 'snd_1', memory, at: noon + 2 * hour }));
  expect(await memoryOf(key)).toMatchObject({
    experimentProbe: 'snd_1',
    experimentCheckedAt: noon + 2 * hour,
  });
  await wrote(key, 3);
  expect(await memoryOf(key)).toEqual({
    windowEndsAt: noon + 27 * hour,
    adEntryAt: noon,
    experimentSince: noon + hour,
    experimentCheckedAt: noon + 2 * hour,
    experimentProbe: 'snd_1',
  });
});

test('cool-downs are counted until the person writes', async () => {
  const key = await somebody();
  for (let times = 1; times <= 3; times += 1) {
    await refused(key, 'cooldown');
    expect(await memoryOf(key)).toMatchObject({ cooldownSince: noon, cooldownCount: times });
  }
  await wrote(key, 1);
  await refused(key, 'cooldown', 2);
  expect(await memoryOf(key)).toMatchObject({ cooldownSince: noon + 2 * hour, cooldownCount: 1 });
});

test('an opt-out of marketing is a consent, and only for marketing on WhatsApp', async () => {
  const key = await somebody();
  await refused(key, 'opt-out');
  const consents = await database.store
    .selectFrom('consent')
    .select(['channel', 'topic', 'state'])
    .where('person_id', '=', key.personId)
    .execute();
  expect(consents).toEqual([{ channel: 'whatsapp', topic: 'marketing', state: 'out' }]);
});

test('what teaches nothing changes nothing', async () => {
  const key = await somebody();
  const before = await memoryOf(key);
  await refused(key, 'nothing');
  expect(await memoryOf(key)).toEqual(before);
});

test('the window ends a day after the newest message, in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
      async (hours) => {
        const key = await somebody();
        for (const when of hours) await wrote(key, when);
        expect((await memoryOf(key)).windowEndsAt).toBe(noon + (Math.max(...hours) + 24) * hour);
      },
    ),
    { numRuns: 20 },
  );
});

test('a reply and a per-user limit are remembered alike in whatever order their webhooks come', async () => {
  const hours = fc.integer({ min: 0, max: 48 });
  await fc.assert(
    fc.asyncProperty(hours, hours, async (limitAt, replyAt) => {
      const [limitFirst, replyFirst] = [await somebody(), await somebody()];
      await refused(limitFirst, 'cooldown', limitAt);
      await wrote(limitFirst, replyAt);
      await wrote(replyFirst, replyAt);
      await refused(replyFirst, 'cooldown', limitAt);
      expect(await memoryOf(limitFirst)).toEqual(await memoryOf(replyFirst));
    }),
    { numRuns: 30 },
  );
});
