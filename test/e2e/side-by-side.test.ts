// Many runs at once, journeys that meet in one person, and workers that die in between: what is counted is exact.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoles } from '../support/role-process.ts';
import { startWorld, type World } from '../support/world.ts';

const hour = 3_600_000;
const api = { on: { api: true } };
const done = { type: 'exit', with: { as: 'reached' } };
const named = (id: string, rest: object) => ({ id, name: id, entry: api, ...rest });
const text = (words: string) => ({
  type: 'sms.send',
  with: { text: words },
  next: { accepted: 'done', unresolved: 'done', '*': 'done' },
});

describe('journeys side by side', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  const outcomesOf = async (runs: readonly string[]) => Promise.all(runs.map((run) => world.ended(run)));

  test('a throttle lets exactly its number through, however many come at once', async () => {
    const throttle = {
      type: 'throttle',
      with: { limit: 7, per: 'day', full: 'leave' },
      next: { granted: 'done', full: 'over' },
    };
    const over = { type: 'exit', with: { as: 'over' } };
    await world.publish(named('rush', { start: 'throttle', nodes: { throttle, done, over } }));
    const guests = [];
    for (let count = 0; count < 30; count += 1) guests.push(await world.person());
    const runs = await Promise.all(guests.map((guest) => world.start('rush', guest)));
    const outcomes = await outcomesOf(runs);
    expect(outcomes.filter((outcome) => outcome === 'reached')).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'over')).toHaveLength(23);
  });

  test('a cap counts the messages of every journey, also where they come in the same instant', async () => {
    const policy = { caps: [{ max: 2, per: 'P1D' }] };
    const ids = ['cap-a', 'cap-b', 'cap-c', 'cap-d', 'cap-e'];
    for (const id of ids) {
      await world.publish(named(id, { policy, start: 'text', nodes: { text: text(id), done } }));
    }
    const guest = await world.person();
    const runs = await Promise.all(ids.map((id) => world.start(id, guest)));
    await outcomesOf(runs);
    const paths = (await Promise.all(runs.map((run) => world.path(run)))).map(([first]) => first);
    expect(paths.sort()).toEqual([
      ...Array.from({ length: 2 }, () => 'text→accepted'),
      ...Array.from({ length: 3 }, () => 'text→capped'),
    ]);
    expect(world.local.sms.received(guest.phone)).toHaveLength(2);
  });

  test('who opts out in one journey gets nothing from another that waits', async () => {
    const rest = { type: 'delay', with: { for: '2h' }, next: 'text' };
    await world.publish(named('later', { start: 'rest', nodes: { rest, text: text('Later'), done } }));
    const out = {
      type: 'person.update',
      with: { consents: [{ channel: 'sms', state: 'out' }] },
      next: 'done',
    };
    await world.publish(named('leave', { start: 'out', nodes: { out, done } }));
    const guest = await world.person();
    const later = await world.start('later', guest);
    await world.ended(await world.start('leave', guest));
    await world.advance(guest, 3 * hour);
    await world.ended(later);
    expect(await world.path(later)).toEqual(['rest→done', 'text→consent', 'done→reached']);
    expect(world.local.sms.received(guest.phone)).toEqual([]);
  });

  test('a run inside a sub-journey keeps to it when both journeys are published anew', async () => {
    const part = (words: string) =>
      named('part', {
        start: 'rest',
        nodes: { rest: { type: 'delay', with: { for: '2h' }, next: 'text' }, text: text(words), done },
      });
    const call = { type: 'journey.run', with: { journey: 'part' }, next: 'done' };
    const whole = named('whole', { start: 'call', nodes: { call, done } });
    await world.publish(part('Old'));
    await world.publish(whole);
    const guest = await world.person();
    const run = await world.start('whole', guest);
    await world.settled(guest);
    await world.publish(named('part', { start: 'text', nodes: { text: text('New'), done } }));
    expect(await world.api('/v1/journeys', whole)).toMatchObject({ version: 2 });
    await world.advance(guest, 3 * hour);
    expect(await world.ended(run)).toBe('reached');
    expect(world.local.sms.received(guest.phone).map(({ text: words }) => words)).toEqual(['Old']);
  });
});

test('variables count each step once, when a worker is killed among them', { timeout: 60_000 }, async () => {
  const world = await startWorld({ without: ['worker'] });
  const roles = createRoles(world.local.environment);
  try {
    const count = (next: string) => ({
      type: 'set',
      with: { vars: { count: 'has(run.vars.count) ? run.vars.count + 1 : 1' } },
      next,
    });
    const steps = Array.from({ length: 12 }, (_, index) => [`n${index}`, count(`n${index + 1}`)]);
    const nodes = { ...Object.fromEntries(steps), n12: count('done'), done };
    await world.publish(named('counting', { start: 'n0', nodes }));
    const runs: string[] = [];
    const answers = () =>
      world.local.store
        .selectFrom('visit_answer')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
    const worker = roles.start('worker');
    for (let guest = 0; guest < 10; guest += 1)
      runs.push(await world.start('counting', await world.person({ rehearsed: false })));
    await expect
      .poll(async () => Number((await answers()).count), { timeout: 30_000, interval: 5 })
      .toBeGreaterThan(20);
    await worker.kill();
    roles.start('worker');
    expect(new Set(await Promise.all(runs.map((run) => world.ended(run))))).toEqual(new Set(['reached']));
    const rows = await world.local.store.selectFrom('run').select('vars').execute();
    expect(rows.map(({ vars }) => vars)).toEqual(runs.map(() => ({ count: 13 })));
  } finally {
    await roles.killAll();
    await world.stop();
  }
});
