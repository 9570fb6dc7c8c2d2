// The shared row of a sender's rate under two workers at once, on real PostgreSQL and in real time.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSenderTurns, type SenderTurns } from '../../activities/engine/sender-turns.ts';
import type { MessageCategory } from '../../src/messaging/message.ts';
import { createId } from '../../src/store/ids.ts';
import { askSenderRate, slowSender, storeInboundRate } from '../../src/store/sender-rate.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;
let other: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  other = createStore({ url: database.url, maxConnections: 2 });
});
afterAll(async () => {
  await other.destroy();
  await database.close();
});

async function createSender(perSecond: number): Promise<string> {
  const id = createId('sdr');
  const values = {
    id,
    channel: 'whatsapp' as const,
    provider_id: id,
    account_id: null,
    per_second: perSecond,
  };
  await database.store.insertInto('sender').values(values).execute();
  return id;
}

const take = (category: MessageCategory) => ({ ask: 'take', category, onlySoon: false }) as const;

/** Sends one message through a worker's turns, coming again as it is told to; when it went. */
async function send(turns: SenderTurns, sender: string, category: MessageCategory): Promise<number> {
  let turn = await turns.ask(sender, take(category));
  while (turn.is === 'later') {
    const { waitMs, place } = turn;
    if (place === undefined) throw new TypeError('no place was promised');
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, waitMs)));
    turn = await turns.ask(sender, { ask: 'keep', place });
  }
  return Date.now();
}

describe('two workers of one sender', () => {
  test('together never run ahead of its rate, and starve no class', async () => {
    const sender = await createSender(40);
    const workers = [createSenderTurns(database.store), createSenderTurns(other)];
    const categories = [
      'marketing',
      'marketing',
      'marketing',
      'service',
      'utility',
      'authentication',
    ] as const;
    const startedAt = Date.now();
    const sent = await Promise.all(
      Array.from({ length: 180 }, async (_, index) => {
        const category = categories[index % categories.length] ?? 'marketing';
        const worker = workers[index % 2];
        if (worker === undefined) throw new TypeError('no worker');
        return { category, at: await send(worker, sender, category) };
      }),
    );
    expect(sent).toHaveLength(180);
    // Timers of a busy machine fire late and then together, but never early: at no time were more sent than the rate had
    // given by then. By the database's clock it is exact in every second (test/messaging).
    const inOrder = sent.map(({ at }) => at - startedAt).sort((left, right) => left - right);
    inOrder.forEach((at, index) => {
      expect(index + 1).toBeLessThanOrEqual(40 * (at / 1_000 + 1));
    });
    const lastOf = (category: MessageCategory) =>
      Math.max(...sent.filter((one) => one.category === category).map(({ at }) => at - startedAt));
    expect(Math.max(...sent.map(({ at }) => at - startedAt))).toBeGreaterThan(3_500);
    expect(lastOf('authentication')).toBeLessThan(lastOf('marketing') + 1_000);
  }, 30_000);

  test('give a code its turn at once, however long the campaign is', async () => {
    const sender = await createSender(80);
    const campaign = Array.from({ length: 1_000 }, () => take('marketing'));
    for (let batch = 0; batch < 5; batch += 1) await askSenderRate(database.store, sender, campaign);
    const worker = createSenderTurns(other);
    const startedAt = Date.now();
    for (let code = 0; code < 5; code += 1) {
      expect(await worker.ask(sender, take('authentication'))).toEqual({ is: 'now' });
    }
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    const [offer] = await askSenderRate(database.store, sender, [take('marketing')]);
    expect(offer).toMatchObject({ later: true });
    expect(offer?.waitMs).toBeGreaterThan(60_000);
  });

  test('ask the row once for many', async () => {
    const sender = await createSender(1_000);
    const worker = createSenderTurns(database.store);
    await countUpdates(database.store);
    await Promise.all(Array.from({ length: 200 }, () => worker.ask(sender, take('utility'))));
    // The first asks alone; all others came while it was answered.
    expect(await updatesOf(database.store)).toBe(2);
  });
});

describe('the rate of a sender', () => {
  test('is halved by 130429, for the places that are promised too', async () => {
    const sender = await createSender(80);
    const places = await askSenderRate(
      database.store,
      sender,
      Array.from({ length: 640 }, () => take('marketing')),
    );
    const last = places.at(-1)?.place;
    if (last === undefined) throw new TypeError('no place was promised');
    expect(await database.store.transaction().execute((trx) => slowSender(trx, sender))).toBe(true);
    expect(await database.store.transaction().execute((trx) => slowSender(trx, sender))).toBe(false);
    const [kept] = await askSenderRate(database.store, sender, [{ ask: 'keep', place: last }]);
    expect(kept?.waitMs).toBeGreaterThan(15_000);
  });

  test('leaves room for what people write, as all who hear them measure it', async () => {
    const sender = await createSender(80);
    await askSenderRate(database.store, sender, [take('marketing')]);
    for (const meter of ['one', 'other']) {
      await storeInboundRate(database.store, { senderId: sender, meter, perSecond: 20 });
    }
    const places = await askSenderRate(
      database.store,
      sender,
      Array.from({ length: 320 }, () => take('marketing')),
    );
    expect(places.at(-1)?.waitMs).toBeGreaterThan(9_000);
  });
});

/** How often the shared row has been written, as a trigger counts it. */
async function updatesOf(store: Store): Promise<number> {
  const { rows } = await sql<{ updates: number }>`select updates from counted`.execute(store);
  return rows[0]?.updates ?? 0;
}

async function countUpdates(store: Store): Promise<void> {
  await sql`create table counted as select 0 as updates`.execute(store);
  await sql`
    create function count_update() returns trigger language plpgsql as
    $$ begin update counted set updates = updates + 1; return new; end $$`.execute(store);
  await sql`
    create trigger count_update after update on sender_rate
    for each row execute function count_update()`.execute(store);
}
