// PostgreSQL goes away and comes back while somebody watches a journey, and while time is skipped for a rehearsal: the server
// stays, what is watched goes on, and a skip that broke off is asked for again.

import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProblemError } from '../../src/client/client-errors.ts';
import { type EventListener, listenTo } from '../support/event-listener.ts';
import { type FrailPostgres, startFrailPostgres } from '../support/frail-postgres.ts';
import { testTemporal } from '../support/stack.ts';
import { startWorld, type World } from '../support/world.ts';

const waits = 16;
const waitMs = 5 * 60_000;
const restless = {
  ...{ id: 'restless', name: 'Restless', entry: { on: { api: true } }, start: 'wait0' },
  nodes: {
    ...Object.fromEntries(
      Array.from({ length: waits }, (_, index) => [
        `wait${index}`,
        { type: 'delay', with: { for: '5m' }, next: index + 1 < waits ? `wait${index + 1}` : 'done' },
      ]),
    ),
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

let postgres: FrailPostgres;
let world: World;

beforeAll(async () => {
  postgres = await startFrailPostgres();
  const { taskQueue: _own, ...temporal } = testTemporal();
  world = await startWorld({ databaseUrl: postgres.url, temporal: { ...temporal, canSkipTime: true } });
  await world.publish(restless);
});

afterAll(async () => {
  await world?.stop();
  await postgres?.remove();
});

/** As a browser is: by a link, with a cookie. */
async function signIn(): Promise<string> {
  const { url } = await world.local.api.createSessionLink();
  const { headers, body } = await request(url);
  await body.dump();
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

async function rehearse(): Promise<string> {
  const guest = await world.person({ rehearsed: false });
  const { run } = await world.local.api.start('restless', { person: guest.externalId, rehearse: true });
  await world.settled(guest);
  return run;
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: ProblemError) => error.code,
  );

test('who watches counts and a run hears on when PostgreSQL is back', async () => {
  const run = await rehearse();
  const cookie = await signIn();
  const listen = (path: string) => listenTo(`${world.local.server.url}${path}`, { cookie });
  const counts = await listen('/v1/journeys/restless/counts/stream');
  const path = await listen(`/v1/runs/${run}/stream`);
  expect(await counts.next()).toMatchObject({ data: { live: 1 } });
  expect(await path.next()).toMatchObject({ data: { id: run } });

  await postgres.goAway();
  await expect.poll(() => code(world.local.api.run(run))).toBe('STORE_UNAVAILABLE');
  // Who comes now is told so, and comes again.
  for (const stream of ['/v1/journeys/restless/counts/stream', `/v1/runs/${run}/stream`]) {
    const late = await listen(stream);
    expect(late.status).toBe(503);
    late.leave();
  }
  await postgres.comeBack();

  await world.local.client.getHandle(`run:${run}`).cancel();
  await untilHeard(counts, ({ live }) => live === 0);
  await untilHeard(path, ({ state }) => state === 'closed');
  for (const listener of [counts, path]) listener.leave();
}, 60_000);

test('a skip that PostgreSQL broke off is a problem, and asked for again it loses nothing', async () => {
  const run = await rehearse();
  const broken = code(world.local.api.skip(run, 'P1D'));
  await expect.poll(async () => (await world.path(run)).length, { timeout: 20_000 }).toBeGreaterThan(2);
  await postgres.goAway();
  expect(await broken).toBe('STORE_UNAVAILABLE');
  expect(await code(world.local.api.skip(run))).toBe('STORE_UNAVAILABLE');
  await postgres.comeBack();

  await expect.poll(() => code(world.local.api.skip(run, 'P1D')), { timeout: 30_000 }).toBe('done');
  expect(await world.ended(run)).toBe('reached');
  const { path } = await world.local.api.run(run);
  expect(path.map(({ node }) => node)).toEqual(Object.keys(restless.nodes));
  for (const { node, enteredAt, settledAt } of path.slice(0, -1)) {
    const tookMs = Date.parse(settledAt ?? '') - Date.parse(enteredAt);
    expect([node, Math.round(tookMs / waitMs)]).toEqual([node, 1]);
  }
}, 90_000);

async function untilHeard(
  listener: EventListener,
  isIt: (data: { readonly live?: number; readonly state?: string }) => boolean,
): Promise<void> {
  for (;;) {
    const heard = await listener.next();
    if (heard === undefined) throw new TypeError('The server has hung up.');
    if (isIt(heard.data as { readonly live?: number; readonly state?: string })) return;
  }
}
