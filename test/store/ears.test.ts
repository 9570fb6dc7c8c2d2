import { afterEach, beforeEach, expect, test } from 'vitest';
import { listeningMs, markHeard } from '../../src/store/ears.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.close());

/** Seconds into some hour. */
const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 10, 0, second));

async function heardAt(...seconds: readonly number[]): Promise<void> {
  for (const second of seconds) {
    await database.store.transaction().execute((trx) => markHeard(trx, 'webhook', at(second)));
  }
}

function listened(since: number, now: number): Promise<number> {
  return listeningMs(database.store, { ear: 'webhook', since: at(since), now: at(now) });
}

test('ears that never heard anything were never open', async () => {
  expect(await listened(0, 100)).toBe(0);
});

test('time before the first self-test does not count', async () => {
  await heardAt(30, 50);
  expect(await listened(0, 60)).toBe(30_000);
});

test('ears stay open for a minute after a self-test', async () => {
  await heardAt(0, 20);
  expect(await listened(0, 50)).toBe(50_000);
  expect(await listened(0, 500)).toBe(80_000);
});

test('a silence of over a minute stops the clock while it lasts', async () => {
  await heardAt(0, 20, 200, 220);
  expect(await listened(0, 220)).toBe(100_000);
  expect(await listened(100, 220)).toBe(20_000);
});

test('a self-test that is heard late or twice changes nothing', async () => {
  await heardAt(0, 200, 200, 100);
  expect(await listened(0, 200)).toBe(60_000);
});
