// A worker that dies between the POST and its result: the ledger knows of an attempt whose end nobody saw, and the
// evidence tells. Nobody is written to twice and no run is lost.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { note } from '../support/message-journeys.ts';
import { createRoles, type Roles } from '../support/role-process.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

const kills = 20;
/** When the evidence comes: before the kill, while nobody is at work, when the next worker has looked. */
const deliveredAfterMs = [20, 1_500, 12_000];

let world: World;
let roles: Roles;

beforeAll(async () => {
  world = await startWorld({ without: ['worker'] });
  roles = createRoles(world.local.environment);
  await world.publish(note);
});

afterAll(async () => {
  await roles?.killAll();
  await world?.stop();
});

/** Somebody whose message is accepted long before the POST is answered. */
function guestFor(delivered: number): Promise<Guest> {
  return world.person({
    rehearsed: false,
    script: { do: 'deliver', delaysMs: { answer: 9_000, sent: delivered, delivered } },
  });
}

test(`a worker killed ${kills} times between POST and result sends nothing twice and loses no run`, async () => {
  const { meta } = world.local;
  const guests: Guest[] = [];
  const runs: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    const worker = roles.start('worker');
    const arrived = await Promise.all(deliveredAfterMs.map(guestFor));
    runs.push(...(await Promise.all(arrived.map((guest) => world.start('note', guest)))));
    await meta.until(() => arrived.every(({ phone }) => meta.messages(phone).length > 0));
    await worker.kill();
    guests.push(...arrived);
  }
  roles.start('worker');

  const outcomes = await Promise.all(runs.map((run) => world.ended(run)));
  expect(new Set(outcomes)).toEqual(new Set(['reached']));
  await meta.idle();
  expect(guests.map(({ phone }) => meta.messages(phone).length)).toEqual(guests.map(() => 1));
  const cutOff = await world.local.store.selectFrom('attempt').select('code').execute();
  expect(cutOff).toEqual(runs.map(() => ({ code: 'interrupted' })));
}, 300_000);
