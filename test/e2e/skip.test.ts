// Rehearsals over the API: a person gets a clock of their own, and time is skipped for all of their runs together.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProblemError } from '../../src/client/client-errors.ts';
import { findPerson, storeClockOffset } from '../../src/store/people.ts';
import { testTemporal } from '../support/stack.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  const { taskQueue: _own, ...temporal } = testTemporal();
  world = await startWorld({ temporal: { ...temporal, canSkipTime: true } });
  const wait = (id: string, ...delays: string[]) => ({
    ...{ id, name: id, entry: { on: { api: true } }, start: 'wait0' },
    nodes: {
      ...Object.fromEntries(
        delays.map((duration, index) => [
          `wait${index}`,
          {
            type: 'delay',
            with: { for: duration },
            next: index + 1 < delays.length ? `wait${index + 1}` : 'done',
          },
        ]),
      ),
      done: { type: 'exit', with: { as: 'reached' } },
    },
  });
  await world.publish(wait('two-waits', '2h', 'P30D'));
  await world.publish(wait('one-wait', '5h'));
  await world.publish(wait('restless', ...Array.from({ length: 20 }, () => '5m')));
});

afterAll(() => world.stop());

async function rehearse(journey: string, guest: Guest): Promise<string> {
  const { run } = await world.local.api.start(journey, { person: guest.externalId, rehearse: true });
  await world.settled(guest);
  return run;
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: ProblemError) => error.code,
  );

const hourMs = 3_600_000;

test('time is skipped to what is due next, until the run is over', async () => {
  const guest = await world.person({ rehearsed: false });
  const run = await rehearse('two-waits', guest);
  const { skip } = world.local.api;
  const first = await skip(run);
  expect(first.waiting).toMatchObject({ node: 'wait1', state: 'waiting' });
  expect((Date.parse(first.now) - Date.now()) / hourMs).toBeCloseTo(2, 1);
  const second = await skip(run);
  expect(second.waiting).toBeNull();
  expect(await world.ended(run)).toBe('reached');
  expect(await world.path(run)).toEqual(['wait0→done', 'wait1→done', 'done→reached']);
  expect(await code(skip(run))).toBe('RUN_OVER');
});

test('all runs of a person advance together, and none passes what another waits for', async () => {
  const guest = await world.person({ rehearsed: false });
  const [long, short] = [await rehearse('two-waits', guest), await rehearse('one-wait', guest)];
  const { waiting } = await world.local.api.skip(long, 'P1D');
  expect(waiting).toMatchObject({ node: 'wait1' });
  expect(await world.ended(short)).toBe('reached');
  const shown = await world.local.api.run(long);
  expect(shown).toMatchObject({ rehearsed: true, person: guest.externalId });
  expect(shown.clockOffsetMs / hourMs).toBeCloseTo(24, 1);
  // The first wait ended when it was due, two hours on, not where the skip ended.
  const { path } = shown;
  const tookMs = Date.parse(path[0]?.settledAt ?? '') - Date.parse(path[0]?.enteredAt ?? '');
  expect(tookMs / hourMs).toBeCloseTo(2, 1);
});

test('of two skips at once one is refused, and what is no rehearsal is never skipped', async () => {
  const guest = await world.person({ rehearsed: false });
  const run = await rehearse('two-waits', guest);
  const both = await Promise.all([code(world.local.api.skip(run)), code(world.local.api.skip(run))]);
  expect(both.toSorted()).toEqual(['SKIP_RUNNING', 'done']);
  const other = await world.person({ rehearsed: false });
  const ordinary = await world.start('one-wait', other);
  expect(await code(world.local.api.skip(ordinary))).toBe('RUN_NOT_REHEARSED');
  expect(await code(rehearse('two-waits', other))).toBe('REHEARSAL_MIXED');
  expect((await findPerson(world.local.store, other.id))?.clockOffsetMs).toBe(0);
  expect(await code(world.local.api.skip('run_none'))).toBe('RUN_UNKNOWN');
  expect(await code(world.local.api.skip(run, 'P3Y'))).toBe('SKIP_TOO_LONG');
  expect(await code(world.local.api.skip(run, 'tomorrow'))).toBe('INPUT_INVALID');
});

test('whoever is rehearsed stays so: their later runs go by the same clock', async () => {
  const guest = await world.person({ rehearsed: false });
  const first = await rehearse('one-wait', guest);
  await world.local.api.skip(first);
  const later = await world.start('one-wait', guest);
  await world.settled(guest);
  expect(await world.local.api.run(later)).toMatchObject({ rehearsed: true });
  expect((await world.local.api.skip(later, '5h')).waiting).toBeNull();
});

test('what passed for the person alone, as a crash in mid-skip leaves it, passes for their runs with the next', async () => {
  const guest = await world.person({ rehearsed: false });
  const run = await rehearse('two-waits', guest);
  await storeClockOffset(world.local.store, guest.id, 3 * hourMs);
  const { waiting, now } = await world.local.api.skip(run, 'PT1H');
  expect((Date.parse(now) - Date.now()) / hourMs).toBeCloseTo(4, 1);
  expect(waiting).toMatchObject({ node: 'wait1' });
  const { path } = await world.local.api.run(run);
  const enteredMs = Date.parse(path[1]?.enteredAt ?? '') - Date.parse(path[0]?.enteredAt ?? '');
  expect(enteredMs / hourMs).toBeCloseTo(2, 1);
  expect((await world.local.api.skip(run)).waiting).toBeNull();
});

test('many short waits are passed one by one', async () => {
  const guest = await world.person({ rehearsed: false });
  const run = await rehearse('restless', guest);
  await world.local.api.skip(run, '50m');
  const passed = (await world.path(run)).filter((step) => step.endsWith('→done')).length;
  expect(passed).toBeGreaterThanOrEqual(9);
  expect(passed).toBeLessThanOrEqual(11);
});
