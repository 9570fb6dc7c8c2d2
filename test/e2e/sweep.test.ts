// What a crash or an operator left behind is mended by any dispatcher: a run that was promised is started, the row
// of a run that was terminated is closed.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRun, findRun } from '../../src/store/runs.ts';
import { note, offer } from '../support/message-journeys.ts';
import { startWorld, type World } from '../support/world.ts';

describe('the sweep of a running dispatcher', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    for (const journey of [note, offer]) await world.publish(journey);
  });
  afterAll(() => world?.stop());

  const rowOf = (run: string) => findRun(world.local.store, run);

  test('starts a run whose starter died between the row and the workflow', async () => {
    const guest = await world.person({ rehearsed: false });
    const run = await createRun(world.local.store, {
      journeyId: 'note',
      version: 1,
      personId: guest.id,
      key: '',
      event: {},
      clockBaseMs: 0,
      rehearsed: false,
    });
    const id = run?.id ?? '';
    await expect.poll(async () => (await rowOf(id))?.outcome, { timeout: 30_000 }).toBe('reached');
    expect(world.local.meta.messages(guest.phone)).toHaveLength(1);
  }, 40_000);

  test('closes the row of a run that an operator terminated, so that the person may enter again', async () => {
    const guest = await world.person({ rehearsed: false });
    const run = await world.start('offer', guest);
    await expect.poll(() => world.path(run)).toEqual(['offer→delivered', 'think→…']);
    await world.local.client.getHandle(`run:${run}`).terminate();
    await expect
      .poll(() => rowOf(run), { timeout: 30_000 })
      .toMatchObject({ state: 'closed', outcome: 'terminated' });
    expect(await world.start('offer', guest)).not.toBe(run);
  }, 40_000);
});
