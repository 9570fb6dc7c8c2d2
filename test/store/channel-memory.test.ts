// What is remembered of a person with a sender, on a real database.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  lockMemory,
  type MemoryKey,
  rememberInbound,
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
  database.store.transaction().execute((trx) => rememberInbound(trx, key, at(hours)));

test('nothing is remembered of a stranger', async () => {
  expect(await memoryOf(await somebody())).toEqual({
    window_ends_at: null,
    cooldown_since: null,
    cooldown_until: null,
    cooldown_count: 0,
    experiment_since: null,
    unreachable_until: null,
  });
});

test('each cool-down is longer than the one before, a week at most, until the person writes', async () => {
  const key = await somebody();
  const lengths: number[] = [];
  for (let times = 0; times < 5; times += 1) {
    await refused(key, 'cooldown');
    lengths.push((Number((await memoryOf(key)).cooldown_until) - noon) / hour);
  }
  expect(lengths).toEqual([24, 48, 96, 168, 168]);
  await wrote(key, 1);
  expect(await memoryOf(key)).toMatchObject({ cooldown_until: null, cooldown_count: 0 });
  await refused(key, 'cooldown', 2);
  expect((await memoryOf(key)).cooldown_until).toEqual(at(26));
});

test('the experiment is remembered from its first sign', async () => {
  const key = await somebody();
  await refused(key, 'experiment', 1);
  await refused(key, 'experiment', 5);
  expect((await memoryOf(key)).experiment_since).toEqual(at(1));
});

test('who was unreachable is tried again after a week, or when they write', async () => {
  const key = await somebody();
  await refused(key, 'unreachable');
  expect((await memoryOf(key)).unreachable_until).toEqual(at(7 * 24));
  await wrote(key, 1);
  expect((await memoryOf(key)).unreachable_until).toBeNull();
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

test('a window that Meta says is closed is closed', async () => {
  const key = await somebody();
  await wrote(key, 0);
  await refused(key, 'window-closed', 2);
  expect((await memoryOf(key)).window_ends_at).toEqual(at(2));
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
        expect((await memoryOf(key)).window_ends_at).toEqual(at(Math.max(...hours) + 24));
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

test('an old message lifts nothing that was said after it', async () => {
  const key = await somebody();
  await refused(key, 'cooldown', 5);
  await refused(key, 'unreachable', 5);
  await wrote(key, 4);
  const memory = await memoryOf(key);
  expect(memory.cooldown_until).toEqual(at(29));
  expect(memory.unreachable_until).not.toBeNull();
});
