import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRun, findRun } from '../../src/store/runs.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';
import { abandonedCart, patient, welcome } from './journeys.ts';

let world: InboxWorld;

beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(abandonedCart);
  await world.publish(welcome);
  await world.publish(patient);
});

afterAll(() => world.close());

async function runsOf(person: string) {
  return world.store.selectFrom('run').selectAll().where('person_id', '=', person).orderBy('id').execute();
}

test('an event whose condition holds writes a run and starts it', async () => {
  const person = await world.person('enters');
  await world.event(person, 'cart.abandoned', { total: 30_000, cartId: 'c1' });
  await world.drain();
  const [run] = await runsOf(person);
  expect(run).toMatchObject({ journey_id: 'abandoned-cart', key: 'c1', event: { total: 30_000 } });
  expect(world.runs.started).toContain(run?.id);
});

test('an event whose condition is false or lacks a field starts nothing', async () => {
  const person = await world.person('stays-out');
  await world.event(person, 'cart.abandoned', { total: 29_999, cartId: 'c1' });
  await world.event(person, 'cart.abandoned', { cartId: 'c2' });
  await world.drain();
  expect(await runsOf(person)).toEqual([]);
});

test('the same event twice starts one run, another key a second', async () => {
  const person = await world.person('two-carts');
  for (const cartId of ['c1', 'c1', 'c2']) {
    await world.event(person, 'cart.abandoned', { total: 40_000, cartId });
  }
  await world.drain();
  expect((await runsOf(person)).map(({ key }) => key)).toEqual(['c1', 'c2']);
});

test('a journey that says never takes a person once', async () => {
  const person = await world.person('once');
  await world.event(person, 'signed.up');
  await world.drain();
  const [run] = await runsOf(person);
  await closeRun(world.store, run?.id ?? '', 'done');
  await world.event(person, 'signed.up');
  await world.drain();
  expect(await runsOf(person)).toHaveLength(1);
});

test('a run that waits for the event hears it', async () => {
  const person = await world.person('waits');
  const run = await world.running('patient', person);
  const id = await world.event(person, 'bell.rang');
  await world.drain();
  expect(world.runs.bodiesOf(run)).toEqual([{ name: 'bell.rang', id }]);
});

test('an exit rule is judged with the run and its key', async () => {
  const person = await world.person('orders');
  const mine = await world.running('abandoned-cart', person, 'c1');
  const other = await world.running('abandoned-cart', person, 'c2');
  const id = await world.event(person, 'order.placed', { cartId: 'c1' });
  await world.drain();
  expect(world.runs.bodiesOf(mine)).toEqual([{ name: 'order.placed', id, exit: { as: 'converted' } }]);
  expect(world.runs.bodiesOf(other)).toEqual([{ name: 'order.placed', id }]);
});

test('an event of another person, or one that no version names, reaches nobody', async () => {
  const person = await world.person('quiet');
  const run = await world.running('patient', person);
  await world.event(await world.person('loud'), 'bell.rang');
  await world.event(person, 'bell.cracked');
  await world.drain();
  expect(world.runs.bodiesOf(run)).toEqual([]);
});

test("a caller's event id counts once per person", async () => {
  const person = await world.person('dedupes');
  const run = await world.running('patient', person);
  await world.event(person, 'bell.rang', { id: 'b1' });
  await world.event(person, 'bell.rang', { id: 'b1' });
  await world.drain();
  expect(world.runs.bodiesOf(run)).toHaveLength(1);
  expect((await findRun(world.store, run))?.state).toBe('running');
});
