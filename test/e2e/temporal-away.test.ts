// Temporal is away for half a minute while webhooks and events come in: they are stored and applied, and told to the
// runs when it is back. Nothing is quarantined, nobody is forgotten, nobody is written to twice.

import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningTemporal } from '../../src/embedded/temporal.ts';
import { cartNote, note, offer } from '../support/message-journeys.ts';
import { createRoles, type Roles } from '../support/role-process.ts';
import { startOwnTemporal } from '../support/stack.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

const awayMs = 30_000;

let temporal: RunningTemporal;
let world: World;
let roles: Roles;

beforeAll(async () => {
  temporal = await startOwnTemporal();
  world = await startWorld({ temporal, without: ['worker'], meta: { delivery: { duplicates: 1 } } });
  roles = createRoles(world.local.environment);
  // A worker that Temporal left behind for too long ends; whoever supervises it starts another.
  roles.supervise('worker');
  for (const journey of [note, offer, cartNote]) await world.publish(journey);
});

afterAll(async () => {
  await roles?.killAll();
  await world?.stop();
  await temporal?.stop();
});

test('thirty seconds without Temporal lose and double nothing', async () => {
  const { meta } = world.local;
  const held = await guests(6, { do: 'hold' });
  const thinking = await guests(4);
  const heldRuns = await startAll('note', held);
  const thinkingRuns = await startAll('offer', thinking);
  await untilAllIn(heldRuns, 'held');
  await untilAllIn(thinkingRuns, 'waiting');

  await temporal.kill();
  const isBack = delay(awayMs);
  for (const { phone } of held) meta.release(phone);
  for (const { externalId } of thinking) await post(externalId, 'order.placed');
  const late = await guests(3);
  await startAll('note', late);
  const entering = await guests(3);
  for (const { externalId } of entering) await post(externalId, 'cart.abandoned');
  await meta.idle();
  await isBack;
  await temporal.restart();

  const everybody = [...held, ...thinking, ...late, ...entering];
  // By the rows: what was started meanwhile becomes a workflow only now.
  await expect.poll(outcomes, { timeout: 90_000 }).toEqual(everybody.map(() => 'reached'));
  for (const { phone } of everybody) expect(meta.messages(phone)).toHaveLength(1);
  expect(await unfinishedItems()).toEqual([]);
}, 180_000);

function guests(count: number, script?: { readonly do: 'hold' }): Promise<Guest[]> {
  const one = () => world.person({ rehearsed: false, ...(script === undefined ? {} : { script }) });
  return Promise.all(Array.from({ length: count }, one));
}

function startAll(journey: string, people: readonly Guest[]): Promise<string[]> {
  return Promise.all(people.map((guest) => world.start(journey, guest)));
}

async function untilAllIn(runs: readonly string[], state: string): Promise<void> {
  for (const run of runs)
    await expect.poll(async () => (await world.local.runs.state(run)).state, { timeout: 30_000 }).toBe(state);
}

function post(person: string, event: string): Promise<unknown> {
  return world.api('/v1/events', { person, event });
}

async function outcomes(): Promise<(string | null)[]> {
  const rows = await world.local.store.selectFrom('run').select('outcome').execute();
  return rows.map(({ outcome }) => outcome);
}

/** Self-tests come all the time; everything else has to be done with, without a failure. */
async function unfinishedItems(): Promise<unknown[]> {
  return world.local.store
    .selectFrom('inbox')
    .select(['kind', 'state', 'failures'])
    .where('kind', '<>', 'self-test')
    .where((eb) => eb.or([eb('state', '<>', 'done'), eb('failures', '>', 0)]))
    .execute();
}
