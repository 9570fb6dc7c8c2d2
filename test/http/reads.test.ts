import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRun } from '../../src/store/runs.ts';
import { abandonedCart, patient } from '../inbox/journeys.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
  await world.post('/v1/journeys', abandonedCart);
  await world.post('/v1/journeys', { ...abandonedCart, name: 'Forgotten cart' });
  await world.post('/v1/journeys', patient);
  await world.post('/v1/people', {
    externalId: 'kim',
    phone: '+821012345678',
    consents: [
      { channel: 'sms', topic: 'marketing', state: 'in', source: 'checkout', businessName: 'Kim’s Shop' },
    ],
  });
});

afterAll(() => world.stop());

async function start(key: string): Promise<string> {
  return (await world.post('/v1/journeys/patient/runs', { person: 'kim', key })).json().run;
}

test('journeys are listed by their newest version, with the kind of their entry', async () => {
  const { journeys } = (await world.get('/v1/journeys')).json();
  expect(journeys).toMatchObject([
    { id: 'abandoned-cart', version: 2, name: 'Forgotten cart', entry: 'event' },
    { id: 'patient', version: 1, entry: 'api' },
  ]);
});

test('every version keeps its definition', async () => {
  const newest = (await world.get('/v1/journeys/abandoned-cart')).json();
  expect(newest).toMatchObject({ version: 2, definition: { name: 'Forgotten cart' } });
  const first = (await world.get('/v1/journeys/abandoned-cart/versions/1')).json();
  expect(first).toMatchObject({ version: 1, definition: { name: abandonedCart.name } });
  expect(first.hash).not.toBe(newest.hash);
  expect((await world.get('/v1/journeys/abandoned-cart/versions/3')).json().code).toBe('JOURNEY_UNKNOWN');
  expect((await world.get('/v1/journeys/none')).json().code).toBe('JOURNEY_UNKNOWN');
  expect((await world.get('/v1/journeys/patient/versions/x')).statusCode).toBe(422);
});

test('runs are listed newest first, a page at a time, and each page tells where the next begins', async () => {
  const ids = [await start('one'), await start('two'), await start('three')];
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await world.get(`/v1/runs?person=kim&limit=2${cursor}`)).json();
    seen.push(...page.runs.map(({ id }: { id: string }) => id));
    cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  expect(seen).toEqual(ids.toReversed());
});

test('runs are filtered by journey, person and state', async () => {
  await closeRun(world.store, await start('closed'), 'done');
  const closed = (await world.get('/v1/runs?journey=patient&state=closed')).json();
  expect(closed.runs).toMatchObject([{ key: 'closed', outcome: 'done', person: 'kim', journey: 'patient' }]);
  expect((await world.get('/v1/runs?journey=abandoned-cart')).json()).toEqual({ runs: [] });
  expect((await world.get('/v1/runs?person=nobody')).json().code).toBe('PERSON_UNKNOWN');
  for (const bad of ['state=asleep', 'limit=0', 'limit=501', 'cursor=x', 'page=2'])
    expect((await world.get(`/v1/runs?${bad}`)).statusCode).toBe(422);
});

test('a person is told with consents and the newest runs', async () => {
  const run = await start('told');
  const person = (await world.get('/v1/people/kim')).json();
  expect(person).toMatchObject({
    externalId: 'kim',
    phone: '+821012345678',
    timeZone: 'Asia/Seoul',
    consents: [
      { channel: 'sms', topic: 'marketing', state: 'in', source: 'checkout', businessName: 'Kim’s Shop' },
    ],
  });
  expect(person.runs[0]).toMatchObject({ id: run, journey: 'patient', state: 'starting' });
  expect((await world.get('/v1/people/nobody')).json().code).toBe('PERSON_UNKNOWN');
});

test('a running run says what it waits for, with a link to its workflow; without an engine it still answers', async () => {
  const id = await start('waits');
  await world.store.updateTable('run').set({ state: 'running' }).where('id', '=', id).execute();
  const told = (await world.get(`/v1/runs/${id}`)).json();
  expect(told).toMatchObject({
    waiting: { node: 'first', visit: 1, state: 'waiting', until: '2030-01-01T00:00:00.000Z' },
    link: `http://ui.example/namespaces/default/workflows/run%3A${id}`,
  });
  world.runs.isAway = true;
  const alone = (await world.get(`/v1/runs/${id}`)).json();
  world.runs.isAway = false;
  expect(alone).toMatchObject({ id, path: [] });
  expect(alone).not.toHaveProperty('waiting');
});
