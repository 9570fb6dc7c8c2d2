// The production shape on one machine: a server, two workers and two dispatchers as processes. One worker and one
// dispatcher die in the middle; the others finish what they had begun.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../src/embedded/free-port.ts';
import { whatsappWebhookPath } from '../../src/http/routes/webhooks-whatsapp.ts';
import { type Api, createApi } from '../../src/main/demo/api.ts';
import { offer } from '../support/message-journeys.ts';
import { createRoles, type RoleProcess, type Roles } from '../support/role-process.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

const people = 20;
const thinking = ['offer→delivered', 'think→…'];

let world: World;
let roles: Roles;
let api: Api;
let workers: readonly RoleProcess[];
let dispatchers: readonly RoleProcess[];

beforeAll(async () => {
  // Webhooks come twice, in any order and a moment late, so that some are on their way whenever something dies.
  const delivery = { duplicates: 1, shuffleSeed: 5, batch: 2 };
  world = await startWorld({ without: ['worker', 'dispatcher'], meta: { delivery } });
  const { environment, config, meta } = world.local;
  roles = createRoles(environment);
  const port = await findFreePort();
  const server = roles.start('server', { JORNADA_HTTP_PORT: String(port) });
  workers = [roles.start('worker'), roles.start('worker')];
  dispatchers = [roles.start('dispatcher'), roles.start('dispatcher')];
  await Promise.all([server, ...workers, ...dispatchers].map(({ running }) => running));
  const url = `http://127.0.0.1:${port}`;
  await meta.subscribe(`${url}${whatsappWebhookPath}`, config.whatsapp.verifyToken ?? '');
  api = createApi(url, config.http.apiKey ?? '');
  await api('/v1/journeys', offer);
});

afterAll(async () => {
  await roles?.killAll();
  await world?.stop();
});

test('a worker and a dispatcher that die take nothing with them', async () => {
  const { meta } = world.local;
  const guests = await Promise.all(Array.from({ length: people }, guest));
  const runs = await Promise.all(guests.map((one) => start(one)));
  // Every POST has come, no answer has: a worker that died before its POST would leave an attempt nobody can know of,
  // and an offer waits ten minutes for evidence of such a one (DESIGN 7.2).
  await meta.until(() => guests.every(({ phone }) => meta.messages(phone).length > 0));
  await Promise.all([workers[0]?.kill(), dispatchers[0]?.kill()]);

  for (const run of runs) await expect.poll(() => world.path(run), { timeout: 60_000 }).toEqual(thinking);
  for (const { externalId: person } of guests) await api('/v1/events', { person, event: 'order.placed' });
  for (const run of runs) expect(await world.ended(run)).toBe('reached');
  await meta.idle();
  expect(guests.map(({ phone }) => meta.messages(phone).length)).toEqual(guests.map(() => 1));
}, 120_000);

function guest(): Promise<Guest> {
  const delaysMs = { answer: 3_000, sent: 50, delivered: 600 };
  return world.person({ rehearsed: false, script: { do: 'deliver', delaysMs } });
}

async function start({ externalId }: Guest): Promise<string> {
  const { run } = await api('/v1/journeys/offer/runs', { person: externalId });
  return String(run);
}
