// The first people of a node go ahead; the others wait for how those fared. On the real database.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeCanaries, settleCanary } from '../../../src/inbox/judge-canaries.ts';
import { listCanaries } from '../../../src/store/canaries.ts';
import { silent } from '../../support/inbox-world.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

const config = {
  template: 'spring_sale',
  language: 'ko',
  within: '2h',
  canary: { first: 3, wait: '1h', atLeast: 0.6 },
};
const people = (count: number) =>
  world.visits('whatsapp.template', config, { people: count, rehearsed: false });
const judge = (now = Date.now()) =>
  judgeCanaries({ store: world.store, clock: { now: () => now }, log: silent });
const statuses = (visits: readonly Visit[]) =>
  Promise.all(visits.map(async (visit) => (await visit.execute(noon)).status));
const canaryOf = async ({ runId }: Visit) => {
  const { journey_id: journeyId } = await world.store
    .selectFrom('run')
    .select('journey_id')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  const [canary] = await listCanaries(world.store, { journeyId });
  if (canary === undefined) throw new TypeError('no canary');
  return canary;
};
/** Runs that are told to ask the gate again. */
async function woken(): Promise<readonly string[]> {
  const items = await world.store.selectFrom('inbox').select('payload').where('kind', '=', 'wake').execute();
  return items.flatMap(({ payload }) => payload['runs'] as string[]);
}

/** Three have gone out, as many wait as there are others. */
async function ahead(count: number) {
  const visits = await people(count);
  const found = await statuses(visits);
  const first = visits.filter((_, index) => found[index] === 'accepted');
  const behind = visits.filter((_, index) => found[index] === 'parked');
  expect([first.length, behind.length]).toEqual([3, count - 3]);
  return { first, behind } as { first: [Visit, Visit, Visit]; behind: [Visit, ...Visit[]] };
}

test('exactly the first go out, however many come at once', async () => {
  const { first, behind } = await ahead(12);
  expect(await canaryOf(first[0])).toMatchObject({ state: 'counting', admitted: 3 });
  expect(await behind[0].send()).toMatchObject({
    policy: 'canary',
    because: { first: 3, admitted: 3, needed: 2 },
  });
  expect(behind[0].posts()).toBe(0);
});

test('enough delivered opens it: those behind are woken and go out', async () => {
  const { first, behind } = await ahead(6);
  await first[0].status('delivered', { at: noon + minute });
  await judge();
  expect(await behind[0].execute(noon + minute)).toMatchObject({ status: 'parked' });
  await first[1].status('read', { at: noon + minute });
  await judge();
  expect(await canaryOf(first[0])).toMatchObject({ state: 'open', decided_by: 'evidence', delivered: 2 });
  expect(await woken()).toEqual(expect.arrayContaining(behind.map(({ runId }) => runId)));
  expect(await statuses(behind)).toEqual(['accepted', 'accepted', 'accepted']);
});

test('too many failures stop it: those behind take their edge, without an attempt', async () => {
  const { first, behind } = await ahead(5);
  for (const visit of first.slice(0, 2)) await visit.status('failed', { at: noon + minute, code: '131026' });
  await judge();
  expect(await canaryOf(first[0])).toMatchObject({ state: 'stopped', failed: 2 });
  expect(await behind[0].execute(noon + minute)).toMatchObject({
    outcome: 'stopped',
    policy: 'canary',
    attempted: false,
  });
});

test('silence stops it when the time is over', async () => {
  const { first, behind } = await ahead(4);
  await judge(Date.now() + hour - minute);
  expect(await canaryOf(first[0])).toMatchObject({ state: 'counting' });
  await judge(Date.now() + hour + minute);
  expect(await canaryOf(first[0])).toMatchObject({ state: 'stopped', decided_by: 'time' });
  expect(await behind[0].execute(noon + hour)).toMatchObject({ outcome: 'stopped' });
});

test("an operator's word stands over it, also afterwards", async () => {
  const { first, behind } = await ahead(4);
  const canary = await canaryOf(first[0]);
  const word = (state: 'open' | 'stopped') =>
    settleCanary(world.store, canary, { state, by: 'operator', at: new Date() });
  expect(await word('open')).toBe(1);
  expect(await behind[0].execute(noon)).toMatchObject({ status: 'accepted' });
  await word('stopped');
  await judge();
  expect(await canaryOf(first[0])).toMatchObject({ state: 'stopped', decided_by: 'operator' });
});

test('rehearsed people have none', async () => {
  const visits = await world.visits('whatsapp.template', config, 5);
  expect(new Set(await statuses(visits))).toEqual(new Set(['accepted']));
});
