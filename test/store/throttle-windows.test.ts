import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetThrottleWindows, takePlace } from '../../src/store/throttle-windows.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

const hourMs = 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.store.insertInto('journey').values({ id: 'slow', latest_version: 1 }).execute();
});
afterAll(() => database.close());

function take(startsAt: number): Promise<Date | undefined> {
  const wanted = { journeyId: 'slow', node: 'throttle', rehearsed: false, per: 'hour', limit: 1 } as const;
  const times = { startsAt: new Date(startsAt), periodMs: hourMs, latest: new Date(startsAt + 2 * hourMs) };
  return database.store.transaction().execute((trx) => takePlace(trx, { ...wanted, ...times }));
}

test('periods of long ago are forgotten, those of today and of rehearsals to come are kept', async () => {
  const now = Math.floor(Date.now() / hourMs) * hourMs;
  const ages = [10 * 24, 8 * 24, 3, 0, -30 * 24];
  for (const hours of ages) expect((await take(now - hours * hourMs))?.getTime()).toBe(now - hours * hourMs);
  await forgetThrottleWindows(database.store, 7 * 24 * hourMs);
  const rows = await database.store
    .selectFrom('throttle_window')
    .select('starts_at')
    .orderBy('starts_at')
    .execute();
  expect(rows.map(({ starts_at }) => (now - starts_at.getTime()) / hourMs)).toEqual([3, 0, -30 * 24]);
  expect((await take(now))?.getTime()).toBe(now + hourMs);
});
