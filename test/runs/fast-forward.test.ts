import { afterAll, beforeAll, expect, test } from 'vitest';
import { fastForward } from '../../src/runs/fast-forward.ts';
import { startWorld, type World } from '../support/world.ts';

const hour = 3_600_000;

/** An hour, then three days. */
const rests = {
  id: 'rests',
  name: 'Rests',
  entry: { on: { api: true } },
  start: 'hour',
  nodes: {
    hour: { type: 'delay', with: { for: 'PT1H' }, next: { done: 'days' } },
    days: { type: 'delay', with: { for: 'P3D' }, next: { done: 'done' } },
    done: { type: 'exit' },
  },
};

let world: World;

beforeAll(async () => {
  world = await startWorld();
  await world.publish(rests);
});

afterAll(() => world.stop());

test('a skip that ends just after something was due stays there, whatever is due next', {
  timeout: 60_000,
}, async () => {
  const runs = await Promise.all(Array.from({ length: 45 }, () => startRun()));
  await Promise.all(
    runs.map(async (run, index) => {
      const { due = 0 } = await world.local.runs.state(run);
      await fastForward(world.local.client, run, { until: due + index });
    }),
  );
  const ahead = await Promise.all(runs.map(aheadOf));
  expect(Math.max(...ahead)).toBeLessThan(hour + 60_000);
});

async function startRun(): Promise<string> {
  const guest = await world.person({ rehearsed: false });
  const run = await world.start('rests', guest);
  await world.settled(guest);
  return run;
}

/** How far a run's clock is ahead of the real one, in milliseconds. */
async function aheadOf(run: string): Promise<number> {
  const { raw } = await world.local.client.getHandle(`run:${run}`).describe();
  const { currentTime } = raw.workflowExtendedInfo?.timeSkippingInfo ?? {};
  return Number(currentTime?.seconds) * 1_000 + Number(currentTime?.nanos) / 1e6 - Date.now();
}
