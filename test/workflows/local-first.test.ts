// What is computed beside the world costs one event of the history, also when it fails for good.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.ts';
import { fetchLinks } from './histories.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('a condition that fails on its data is evaluated once and ends as invalid', async () => {
  await world.publish({
    id: 'choosy',
    name: 'Choosy',
    entry: { on: { api: true } },
    start: 'choose',
    nodes: {
      choose: {
        type: 'branch',
        with: { cases: [{ name: 'big', if: 'event.total > 10' }] },
        next: { big: 'done', else: 'done' },
      },
      done: { type: 'exit', with: { as: 'reached' } },
    },
  } as { id: string });
  const run = await world.start('choosy', await world.person(), { total: 'many' });
  expect(await world.ended(run)).toBe('invalid');
  expect(await world.path(run)).toEqual(['choose→invalid']);
  const [history] = await fetchLinks(world.local.client, run);
  const kinds = history?.events?.map((event) =>
    Object.keys(event).find((key) => key.startsWith('activityTask')),
  );
  expect(kinds?.filter((kind) => kind !== undefined)).toEqual([]);
});
