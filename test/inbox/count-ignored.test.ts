import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIgnoredCounter } from '../../src/inbox/count-ignored.ts';
import { listIgnoredUpdates } from '../../src/store/ignored-updates.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

test('counts of several servers add up, and the newest time stands', async () => {
  const [one, two] = [1, 2].map(() => createIgnoredCounter({ store: database.store }));
  one?.add(['calls.statuses', 'history'], 2_000);
  two?.add(['history', 'history', 'calls.statuses'], 1_000);
  await Promise.all([one?.flush(), two?.flush()]);
  expect(await listIgnoredUpdates(database.store)).toEqual([
    { field: 'history', seen: 3, lastAt: new Date(2_000) },
    { field: 'calls.statuses', seen: 2, lastAt: new Date(2_000) },
  ]);
});

test('what can not be stored is kept, and nobody is bothered', async () => {
  const counter = createIgnoredCounter({ store: database.store });
  counter.add(['security'], 1_000);
  await sql`alter table ignored_update rename to hidden`.execute(database.store);
  await counter.flush();
  await sql`alter table hidden rename to ignored_update`.execute(database.store);
  await counter.flush();
  expect(await listIgnoredUpdates(database.store)).toContainEqual({
    field: 'security',
    seen: 1,
    lastAt: new Date(1_000),
  });
});
