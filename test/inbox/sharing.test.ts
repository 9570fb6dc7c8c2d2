import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDispatcher } from '../../src/inbox/dispatcher.ts';
import { leaseShards, releaseShards } from '../../src/store/inbox-shards.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';
import { patient } from './journeys.ts';

let world: InboxWorld;

beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});

afterAll(() => world.close());

const leaseMs = 10_000;

test('dispatchers share all shards fairly as they come and go', async () => {
  const { store } = world;
  const lease = (owner: string) => leaseShards(store, { owner, leaseMs });
  expect(await lease('a')).toHaveLength(16);
  expect(await lease('b')).toHaveLength(0);
  const keptByA = await lease('a');
  const takenByB = await lease('b');
  expect([keptByA.length, takenByB.length]).toEqual([8, 8]);
  expect(new Set([...keptByA, ...takenByB]).size).toBe(16);
  await releaseShards(store, 'a');
  expect(await lease('b')).toHaveLength(16);
  await releaseShards(store, 'b');
});

test('a lease that ended is taken over', async () => {
  const { store } = world;
  await leaseShards(store, { owner: 'dead', leaseMs: 0 });
  await expect.poll(() => leaseShards(store, { owner: 'heir', leaseMs })).toHaveLength(16);
  await releaseShards(store, 'heir');
});

test('one of two dispatchers dies and nothing is lost or heard twice', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, (_, index) => world.person(`p${index}`)));
  const runs = await Promise.all(people.map((person) => world.running('patient', person)));
  const first = createDispatcher({ ...world.options, owner: 'first', leaseMs: 400, pollMs: 10 });
  const second = createDispatcher({ ...world.options, owner: 'second', leaseMs: 400, pollMs: 10 });
  first.start();
  second.start();
  await expect
    .poll(() => [first.shards().length, second.shards().length], { timeout: 10_000 })
    .toEqual([8, 8]);
  for (const person of people) await world.event(person, 'bell.rang');
  await first.stop();
  for (const person of people) await world.event(person, 'bell.rang');
  const heard = () => runs.map((run) => world.runs.bodiesOf(run).length);
  await expect.poll(heard, { timeout: 10_000 }).toEqual(runs.map(() => 2));
  await second.stop();
});
