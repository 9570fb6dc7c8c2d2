// Who locks several rows takes them in one order: the person's memory, the send, what all share. Shown on PostgreSQL: a
// transaction that holds what comes first can always have what comes after it.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockSend } from '../../../src/store/sends.ts';
import type { StoreTransaction } from '../../../src/store/store.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.store.deleteFrom('restriction').execute();
});

const offer = (more: { phone?: string } = {}) => world.offer({ rehearsed: false, ...more });

const refuse = ({ phone }: Visit, code: number, more: { delaysMs?: { answer: number } } = {}) =>
  world.meta.script(phone, { do: 'refuse', code, ...more }, { do: 'deliver' });

/** The number was stopped for two hours at noon; one message is about to find out whether that is over. */
async function createProbe(): Promise<Visit> {
  const met = await offer();
  refuse(met, 131048);
  await met.execute(noon);
  const probe = await offer();
  expect(await probe.execute(noon + 2 * hour)).toMatchObject({ status: 'accepted' });
  return probe;
}

/** Until somebody else waits for a lock. */
async function untilBlocked(): Promise<void> {
  for (let blocked = 0; blocked === 0; ) {
    const { rows } = await sql<{ blocked: string }>`
      select count(*) as blocked from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(world.store);
    blocked = Number(rows[0]?.blocked);
  }
}

/** Holds the send's row while the work goes on, then asks for the restrictions at once; what the work came to. */
async function whileSendIsHeld<T>(visit: Visit, work: (trx: StoreTransaction) => Promise<T>): Promise<T> {
  const { id } = await visit.send();
  const { working } = await world.store.transaction().execute(async (trx) => {
    await lockSend(trx, id);
    const working = work(trx);
    working.catch(() => undefined);
    await untilBlocked();
    await sql`select 1 from restriction for update nowait`.execute(trx);
    return { working };
  });
  return working;
}

async function countDeadlocks(): Promise<number> {
  const { rows } = await sql<{ deadlocks: string }>`
    select pg_stat_get_db_deadlocks(oid) as deadlocks from pg_database
    where datname = current_database()`.execute(world.store);
  return Number(rows[0]?.deadlocks);
}

describe('a restriction is locked after the send', () => {
  test('where a status says that it is over', async () => {
    const probe = await createProbe();
    await whileSendIsHeld(probe, () => probe.status('sent', { at: noon + 2 * hour + minute }));
    const restrictions = world.store.selectFrom('restriction').select('lifted_at');
    expect(await restrictions.execute()).toEqual([{ lifted_at: new Date(noon + 2 * hour) }]);
  });

  test.each(['131048', '130497'])('where a status tells %s', async (code) => {
    const probe = await createProbe();
    await whileSendIsHeld(probe, () => probe.status('failed', { at: noon + 3 * hour, code }));
    expect(await probe.send()).toMatchObject({ state: 'settled', code });
  });

  test('where an answer tells it', async () => {
    await createProbe();
    const visit = await offer();
    const later = noon + 4 * hour;
    refuse(visit, 131048, { delaysMs: { answer: 300 } });
    const answering = visit.execute(later);
    while (visit.posts() === 0) await new Promise((resolve) => setImmediate(resolve));
    await whileSendIsHeld(visit, () => answering);
    expect(await answering).toMatchObject({ status: 'settled', code: '131048' });
  });
});

test('statuses, answers and repeats of many at once never wait for each other in a circle', async () => {
  const before = await countDeadlocks();
  for (let round = 0; round < 5; round += 1) {
    await world.store.deleteFrom('restriction').execute();
    const probe = await createProbe();
    const visits = await Promise.all(Array.from({ length: 6 }, () => offer()));
    const at = noon + 2 * hour + (round + 1) * minute;
    visits.forEach((visit, index) => {
      if (index % 2 === 0) refuse(visit, index === 0 ? 131048 : 130497);
    });
    const works = visits.flatMap((visit) => [visit.execute(at), visit.execute(at)]);
    works.push(probe.execute(at), probe.execute(at));
    await Promise.allSettled([
      ...works,
      probe.status('sent', { at }),
      probe.status('failed', { at, code: '131048' }),
      probe.status('delivered', { at }),
    ]);
  }
  // PostgreSQL tells its statistics with a delay: a session's are flushed when it asks for that.
  await sql`select pg_stat_force_next_flush()`.execute(world.store);
  await sql`select pg_stat_clear_snapshot()`.execute(world.store);
  expect(await countDeadlocks()).toBe(before);
});
