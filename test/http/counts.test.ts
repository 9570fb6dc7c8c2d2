import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeRun, createRun } from '../../src/store/runs.ts';
import { patient } from '../inbox/journeys.ts';
import { type EventListener, listenTo } from '../support/event-listener.ts';
import { apiKey, createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;
let url: string;
const listeners: EventListener[] = [];

beforeAll(async () => {
  world = await createHttpWorld();
  url = await world.app.listen({ host: '127.0.0.1', port: 0 });
  await world.post('/v1/people', { externalId: 'kim', timeZone: 'Asia/Seoul' });
});

afterEach(() => {
  for (const listener of listeners.splice(0)) listener.leave();
});
afterAll(() => world.stop());

async function listen(path: string): Promise<EventListener> {
  const listener = await listenTo(`${url}${path}`, { 'x-api-key': apiKey });
  listeners.push(listener);
  return listener;
}

/** Its outcome; null while it lasts. */
type Visit = readonly [node: string, outcome: string | null];

let keys = 0;

/** A run of this version, and the visits that its journal has. */
async function enter(journeyId: string, version: number, ...visits: Visit[]) {
  const person = await world.store.selectFrom('person').select('id').executeTakeFirstOrThrow();
  keys += 1;
  const run = await createRun(world.store, {
    ...{ journeyId, version, personId: person.id, key: String(keys) },
    ...{ event: {}, clockBaseMs: 0, rehearsed: false },
  });
  const id = run?.id ?? '';
  for (const [index, one] of visits.entries()) await visit(id, one, index + 1);
  return id;
}

async function visit(run: string, [node, outcome]: Visit, number = 1): Promise<void> {
  await world.store
    .insertInto('run_step')
    .values({
      ...{ run_id: run, node, visit: number, outcome, entered_at: new Date() },
      settled_at: outcome === null ? null : new Date(),
    })
    .execute();
}

async function publish(id: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    const { statusCode } = await world.post('/v1/journeys', { ...patient, id, name });
    expect(statusCode).toBe(201);
  }
}

test('a journey is counted by node and outcome, for one version and for all', async () => {
  await publish('counted', 'First', 'Second');
  await enter('counted', 1, ['wait', 'received'], ['done', 'reached']);
  await closeRun(world.store, await enter('counted', 1, ['wait', 'timeout'], ['wait', null]), 'cancelled');
  await enter('counted', 2, ['wait', 'received'], ['wait', 'timeout'], ['wait', null]);
  const second = await world.get('/v1/journeys/counted/counts?version=2');
  expect(second.json()).toMatchObject({ journey: 'counted', version: 2, entered: 1, live: 1 });
  expect(second.json().nodes).toEqual({
    wait: { entered: 3, inside: 1, outcomes: { received: 1, timeout: 1 } },
  });
  const all = (await world.get('/v1/journeys/counted/counts?version=all')).json();
  expect(all).toMatchObject({ version: null, entered: 3, live: 2 });
  // Who was cancelled in a node is in it no longer.
  expect(all.nodes).toEqual({
    done: { entered: 1, inside: 0, outcomes: { reached: 1 } },
    wait: { entered: 6, inside: 1, outcomes: { received: 2, timeout: 2 } },
  });
  expect((await world.get('/v1/journeys/counted/counts')).json()).toMatchObject({ version: null });
});

test('a journey that nobody has entered has counts of nothing; one that is not published has none', async () => {
  await publish('empty', 'Empty');
  const { entered, live, nodes } = (await world.get('/v1/journeys/empty/counts?version=1')).json();
  expect({ entered, live, nodes }).toEqual({ entered: 0, live: 0, nodes: {} });
  for (const path of ['/v1/journeys/empty/counts?version=2', '/v1/journeys/none/counts']) {
    expect((await world.get(path)).json().code).toBe('JOURNEY_UNKNOWN');
    expect((await world.get(path.replace('/counts', '/counts/stream'))).json().code).toBe('JOURNEY_UNKNOWN');
  }
  expect((await world.get('/v1/journeys/empty/counts?version=new')).statusCode).toBe(422);
});

test('a stream tells the counts, and again whenever they have changed, to all who listen', async () => {
  await publish('watched', 'Watched');
  const first = await listen('/v1/journeys/watched/counts/stream?version=1');
  expect(first.contentType).toBe('text/event-stream');
  expect(await first.next()).toMatchObject({ event: 'counts', data: { entered: 0, version: 1 } });
  const run = await enter('watched', 1, ['wait', null]);
  expect(await first.next()).toMatchObject({ data: { live: 1, nodes: { wait: { inside: 1 } } } });
  const second = await listen('/v1/journeys/watched/counts/stream?version=1');
  expect(await second.next()).toMatchObject({ data: { live: 1 } });
  await closeRun(world.store, run, 'cancelled');
  for (const listener of [first, second]) {
    expect(await listener.next()).toMatchObject({
      data: { entered: 1, live: 0, nodes: { wait: { inside: 0 } } },
    });
  }
  expect(first.text().startsWith('retry: 2000\n\n')).toBe(true);
});

test('who listens to one version learns that a newer one was published', async () => {
  await publish('renewed', 'First');
  const listener = await listen('/v1/journeys/renewed/counts/stream?version=1');
  expect(await listener.next()).toMatchObject({ data: { version: 1, newest: 1 } });
  await publish('renewed', 'Second');
  expect(await listener.next()).toMatchObject({ data: { version: 1, newest: 2, entered: 0 } });
  const all = (await world.get('/v1/journeys/renewed/counts')).json();
  expect(all).toMatchObject({ version: null, newest: 2 });
});

test('a run is streamed with what has happened to it since', async () => {
  await publish('followed', 'Followed');
  const id = await enter('followed', 1);
  const listener = await listen(`/v1/runs/${id}/stream`);
  expect(await listener.next()).toMatchObject({ event: 'run', data: { id, person: 'kim', path: [] } });
  await visit(id, ['wait', 'received']);
  expect(await listener.next()).toMatchObject({ data: { path: [{ node: 'wait', outcome: 'received' }] } });
  expect((await world.get('/v1/runs/run_none/stream')).json().code).toBe('RUN_UNKNOWN');
});

test('streams need a key like everything else', async () => {
  await publish('guarded', 'Guarded');
  const { status } = await listenTo(`${url}/v1/journeys/guarded/counts/stream`, {});
  expect(status).toBe(401);
});

test('a stream has no HEAD: nothing would ever end it', async () => {
  await publish('headless', 'Headless');
  for (const path of ['/v1/journeys/headless/counts/stream', '/v1/runs/run_none/stream']) {
    const asked = { method: 'HEAD', url: path, headers: { 'x-api-key': apiKey } } as const;
    const { statusCode } = await world.app.inject(asked);
    expect(statusCode).toBe(404);
  }
});

test('a closing server hangs up on who listens instead of waiting for them', async () => {
  const own = await createHttpWorld();
  const address = await own.app.listen({ host: '127.0.0.1', port: 0 });
  await own.post('/v1/journeys', patient);
  const listener = await listenTo(`${address}/v1/journeys/patient/counts/stream`, { 'x-api-key': apiKey });
  await listener.next();
  await own.stop();
  expect(await listener.next()).toBeUndefined();
});
