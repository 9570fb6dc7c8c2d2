import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ApplyItem, applyBatch } from '../../src/inbox/apply-batch.ts';
import { createDispatcher } from '../../src/inbox/dispatcher.ts';
import { createInboxListener } from '../../src/inbox/inbox-listener.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import { closeRun } from '../../src/store/runs.ts';
import { createStore } from '../../src/store/store.ts';
import { createInboxWorld, type InboxWorld, silent } from '../support/inbox-world.ts';
import { patient } from './journeys.ts';

let world: InboxWorld;

beforeEach(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});

afterEach(() => world.close());

async function makeDue(): Promise<void> {
  await world.store
    .updateTable('inbox')
    .set({ available_at: new Date(0) })
    .execute();
}

test('many items of one run go in signals of up to fifty, in order', async () => {
  const person = await world.person('busy');
  const run = await world.running('patient', person);
  const ids: string[] = [];
  for (let count = 0; count < 120; count += 1) ids.push(await world.event(person, 'bell.rang'));
  await world.drain();
  expect(world.runs.bodiesOf(run)).toEqual(ids.map((id) => ({ name: 'bell.rang', id })));
  expect(world.runs.heard.map(({ bodies }) => bodies.length)).toEqual([50, 50, 20]);
});

test('with Temporal away items are applied, and signalled when it is back', async () => {
  const person = await world.person('patient');
  const run = await world.running('patient', person);
  world.runs.isAway = true;
  await world.event(person, 'bell.rang');
  await expect(world.drain()).rejects.toThrow();
  expect(await world.states()).toEqual(['signal']);
  world.runs.isAway = false;
  await world.drain();
  expect(world.runs.bodiesOf(run)).toHaveLength(1);
  const { failures } = await world.store.selectFrom('inbox').select('failures').executeTakeFirstOrThrow();
  expect(failures).toBe(0);
});

test('a run that is not started yet hears it later; a closed one never', async () => {
  const person = await world.person('early');
  const started = await world.running('patient', person);
  world.runs.answers.push('not-found');
  await world.event(person, 'bell.rang');
  await world.drain();
  expect(await world.states()).toEqual(['signal']);
  await makeDue();
  await world.drain();
  expect(world.runs.bodiesOf(started)).toHaveLength(1);

  await closeRun(world.store, started, 'done');
  await insertInboxItems(world.store, [
    { key: 'wake:late', kind: 'wake', shard: 3, payload: { runs: [started], reason: 'test' } },
  ]);
  world.runs.answers.push('not-found');
  await world.drain();
  expect(await world.states()).toEqual(['done', 'done']);
});

test('a body that is refused takes none of its neighbours with it', async () => {
  const person = await world.person('refused');
  const run = await world.running('patient', person);
  await world.event(person, 'bell.rang');
  await world.event(person, 'bell.rang');
  world.runs.answers.push('refused', 'refused');
  await world.drain();
  expect(world.runs.bodiesOf(run)).toHaveLength(1);
  expect([...(await world.states())].sort()).toEqual(['done', 'signal']);
});

test('an item that fails by itself is quarantined after ten failures, and the others are applied', async () => {
  const apply: ApplyItem = async (_trx, item) => {
    if (item.key === 'wake:bad') throw new TypeError('broken');
    return [];
  };
  const options = { ...world.options, apply };
  const item = { kind: 'wake', shard: 0, payload: {} } as const;
  await insertInboxItems(world.store, [
    { ...item, key: 'wake:bad' },
    { ...item, key: 'wake:good' },
  ]);
  for (let round = 0; round < 10; round += 1) {
    await applyBatch(options, 0);
    await makeDue();
  }
  expect(await world.states()).toEqual(['quarantined', 'done']);
});

test('a failing statement of one item does not undo the others', async () => {
  const apply: ApplyItem = async (trx, item) => {
    await trx.insertInto('ear').values({ id: item.key, heard_at: new Date() }).execute();
    if (item.key === 'wake:bad')
      await trx.insertInto('ear').values({ id: item.key, heard_at: new Date() }).execute();
    return [];
  };
  const item = { kind: 'wake', shard: 0, payload: {} } as const;
  await insertInboxItems(world.store, [
    { ...item, key: 'wake:bad' },
    { ...item, key: 'wake:good' },
  ]);
  await applyBatch({ ...world.options, apply }, 0);
  const ears = await world.store.selectFrom('ear').select('id').execute();
  expect(ears).toEqual([{ id: 'wake:good' }]);
});

test('a lost database counts against no item', async () => {
  await insertInboxItems(world.store, [{ key: 'wake:a', kind: 'wake', shard: 0, payload: {} }]);
  const store = createStore({ url: world.url, maxConnections: 1 });
  const apply: ApplyItem = async (trx) => {
    await trx
      .selectFrom('inbox')
      .select((eb) => eb.fn('pg_terminate_backend', [eb.fn('pg_backend_pid', [])]).as('x'))
      .execute();
    return [];
  };
  await expect(applyBatch({ ...world.options, store, apply }, 0)).rejects.toThrow();
  await store.destroy();
  const item = await world.store.selectFrom('inbox').select(['state', 'failures']).executeTakeFirstOrThrow();
  expect(item).toEqual({ state: 'new', failures: 0 });
});

test('a running dispatcher hears of new items and works until stopped', async () => {
  const person = await world.person('live');
  const run = await world.running('patient', person);
  const listener = createInboxListener({ url: world.url, log: silent });
  const dispatcher = createDispatcher({ ...world.options, listener, pollMs: 60_000 });
  dispatcher.start();
  await expect.poll(() => dispatcher.shards().length).toBe(16);
  await world.event(person, 'bell.rang');
  await expect.poll(() => world.runs.bodiesOf(run).length, { timeout: 5_000 }).toBe(1);
  await dispatcher.stop();
  const { owned } = await world.store
    .selectFrom('inbox_shard')
    .select((eb) => eb.fn.count<string>('owner').as('owned'))
    .executeTakeFirstOrThrow();
  expect(Number(owned)).toBe(0);
});

test('a dispatcher outlives the loss of all its connections and of Temporal', async () => {
  const person = await world.person('survivor');
  const run = await world.running('patient', person);
  const store = createStore({ url: world.url });
  const listener = createInboxListener({ url: world.url, log: silent });
  const dispatcher = createDispatcher({ ...world.options, store, listener, pollMs: 20, leaseMs: 400 });
  dispatcher.start();
  await expect.poll(() => dispatcher.shards().length).toBe(16);
  for (let round = 1; round <= 5; round += 1) {
    world.runs.isAway = true;
    await world.event(person, 'bell.rang');
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(world.store);
    world.runs.isAway = false;
    await expect.poll(() => world.runs.bodiesOf(run).length, { timeout: 10_000 }).toBe(round);
  }
  await dispatcher.stop();
  await store.destroy();
});
