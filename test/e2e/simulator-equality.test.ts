import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayedBoth, playBoth, toReport } from '../support/play-both.ts';
import { randomCase } from '../support/random-journeys.ts';
import { startWorld, type World } from '../support/world.ts';

const count = process.env['JORNADA_LONG'] === '1' ? 200 : 40;
// EQUALITY_FIRST=201 tries other cases, or one again that failed.
const first = Number(process.env['EQUALITY_FIRST'] ?? 1);
const atATime = 6;
const dayMs = 86_400_000;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());

test(`${count} random journeys with random scripts go the same way in the simulator and on the real engine`, {
  timeout: 600_000,
}, async () => {
  const startAt = (Math.floor(Date.now() / dayMs) + 2) * dayMs;
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const played: PlayedBoth[] = [];
  const playSome = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      played.push(await playBoth(world, randomCase(seed, { startAt })));
    }
  };
  await Promise.all(Array.from({ length: atATime }, playSome));
  const different = played.filter(({ differences }) => differences.length > 0);
  expect(different.map(toReport)).toEqual([]);
  expect(played.flatMap(({ simulated }) => simulated).length).toBeGreaterThan(count);
});
