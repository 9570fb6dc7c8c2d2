import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGroupCommit } from '../../src/inbox/group-commit.ts';
import type { NewInboxItem } from '../../src/store/inbox.ts';
import { isOutage } from '../../src/store/outage.ts';
import { createStore } from '../../src/store/store.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

function item(key: string, payload: Record<string, unknown> = {}): NewInboxItem {
  return { key, kind: 'wake', shard: 1, payload };
}

async function stored(prefix: string): Promise<readonly string[]> {
  const rows = await database.store
    .selectFrom('inbox')
    .select('item_key')
    .where('item_key', 'like', `${prefix}%`)
    .orderBy('item_key')
    .execute();
  return rows.map(({ item_key }) => item_key);
}

test('overlapping batches of concurrent callers are stored once each, without a deadlock', async () => {
  const groups = [1, 2, 3].map(() => createGroupCommit({ store: database.store, windowMs: 0, maxItems: 7 }));
  const keys = Array.from({ length: 40 }, (_, index) => `overlap-${String(index).padStart(2, '0')}`);
  const calls = Array.from({ length: 60 }, (_, call) => {
    const mine = keys.filter((_, index) => (index * 7 + call) % 3 !== 0);
    return groups[call % 3]?.add((call % 2 === 0 ? mine : [...mine].reverse()).map((key) => item(key)));
  });
  await Promise.all(calls);
  expect(await stored('overlap-')).toEqual(keys);
});

test('characters that jsonb refuses are replaced, and fail nobody', async () => {
  const group = createGroupCommit({ store: database.store });
  const odd = item('odd-1', { 'k\u0000': 'a\u0000b', text: 'x\ud800y', kept: '\\u0000 😀' });
  await Promise.all([group.add([odd]), group.add([item('odd-2')])]);
  expect(await stored('odd-')).toEqual(['odd-1', 'odd-2']);
  const { payload } = await database.store
    .selectFrom('inbox')
    .select('payload')
    .where('item_key', '=', 'odd-1')
    .executeTakeFirstOrThrow();
  expect(payload).toEqual({ 'k\ufffd': 'a\ufffdb', text: 'x\ufffdy', kept: '\\u0000 😀' });
});

test('a bad item fails its own caller only', async () => {
  const group = createGroupCommit({ store: database.store });
  const bad = { ...item('mixed-bad'), shard: 99_999 };
  const results = await Promise.allSettled([
    group.add([item('mixed-1')]),
    group.add([bad]),
    group.add([item('mixed-2')]),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await stored('mixed-')).toEqual(['mixed-1', 'mixed-2']);
});

test('with the database away every caller is told', async () => {
  const url = new URL(database.url);
  url.port = '1';
  const store = createStore({ url: url.href });
  const group = createGroupCommit({ store });
  const results = await Promise.allSettled([group.add([item('away-1')]), group.add([item('away-2')])]);
  expect(results.map((result) => result.status === 'rejected' && isOutage(result.reason))).toEqual([
    true,
    true,
  ]);
  await store.destroy();
});

test('a database that hangs is an outage for the caller', async () => {
  const holder = await database.store.startTransaction().execute();
  await sql`lock table inbox in access exclusive mode`.execute(holder);
  const group = createGroupCommit({ store: database.store, timeoutMs: 50 });
  const [result] = await Promise.allSettled([group.add([item('hung-1')])]);
  expect(result?.status === 'rejected' && isOutage(result.reason)).toBe(true);
  await holder.rollback().execute();
  await group.flush();
  expect(await stored('hung-')).toEqual(['hung-1']);
});
