import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRun, createRun } from '../../src/store/runs.ts';
import { patient } from '../inbox/journeys.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
  await world.post('/v1/journeys', patient);
  await world.post('/v1/people', { externalId: 'kim', attributes: { firstName: 'Minji' } });
  await enter('delivered', ['first', 'delivered'], ['second', null]);
  await enter('limited', ['first', 'limit.user'], ['second', 'accepted']);
  await enter('tried', ['first', 'experiment']);
  await closeRun(world.store, await enter('stopped', ['first', null]), 'cancelled');
});

afterAll(() => world.stop());

async function enter(key: string, ...visits: [node: string, outcome: string | null][]): Promise<string> {
  const { id: personId } = await world.store.selectFrom('person').select('id').executeTakeFirstOrThrow();
  const run = await createRun(world.store, {
    ...{ journeyId: 'patient', version: 1, personId, key, event: {}, clockBaseMs: 0, rehearsed: false },
  });
  const id = run?.id ?? '';
  for (const [node, outcome] of visits) {
    await world.store
      .insertInto('run_step')
      .values({ run_id: id, node, visit: 1, outcome, entered_at: new Date() })
      .execute();
  }
  return id;
}

async function keysOf(query: string): Promise<string[]> {
  const { runs } = (await world.get(`/v1/runs?journey=patient&${query}`)).json();
  return runs.map(({ key }: { key: string }) => key);
}

test('runs are found by a node that they came to, how they left it, or that they are in it', async () => {
  expect(await keysOf('node=second')).toEqual(['limited', 'delivered']);
  expect(await keysOf('node=first&left=limit.user,experiment')).toEqual(['tried', 'limited']);
  expect(await keysOf('node=second&left=')).toEqual(['delivered']);
  // Who was cancelled in a node is in it no longer.
  expect(await keysOf('node=first&left=')).toEqual([]);
});

test('runs are found by their own outcome and by version', async () => {
  expect(await keysOf('outcome=cancelled')).toEqual(['stopped']);
  expect(await keysOf('version=1')).toHaveLength(4);
  expect(await keysOf('version=2')).toEqual([]);
});

test('a listed run names its person', async () => {
  const { runs } = (await world.get('/v1/runs?journey=patient&limit=1')).json();
  expect(runs).toMatchObject([{ person: 'kim', name: 'Minji' }]);
});

test('what can be no node, word or version is refused', async () => {
  for (const bad of ['node=No%20node', 'node=first&left=limit.user,', 'outcome=%00', 'version=0']) {
    expect((await world.get(`/v1/runs?${bad}`)).statusCode).toBe(422);
  }
});
