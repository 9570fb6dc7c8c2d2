import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RehearseError } from '../../src/main/rehearse/rehearse-error.ts';
import { rehearseJourney } from '../../src/main/rehearse/rehearse-journey.ts';
import { type Script, scriptSchema } from '../../src/simulator/script.ts';
import { toPath } from '../../src/simulator/trace.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  const url = new URL('../../src/gallery/spring-sale.json', import.meta.url);
  await world.local.api.publish(await readFile(url, 'utf8'));
});

afterAll(() => world.stop());

let people = 0;

async function rehearse(steps: Script['world'], about: { readonly phone?: string } = {}) {
  people += 1;
  const script = scriptSchema.parse({
    person: {
      id: `actor-${people}`,
      phone: `+8210${30_000_000 + people}`,
      email: `actor-${people}@people.example`,
      attributes: { firstName: 'Haneul' },
      ...about,
    },
    event: { cartId: `cart-${people}`, total: 45_000 },
    world: steps,
  });
  const day = 86_400_000;
  const startAt = (Math.floor(Date.now() / day) + 1) * day + 3_600_000;
  const person = script.person as NonNullable<Script['person']>;
  return rehearseJourney(world.local, { journey: 'spring-sale', script, person, startAt });
}

test('evidence, a wait of a day and a fallback happen as the script says', async () => {
  const { steps, outcome, trace } = await rehearse([{ deliver: true }]);
  expect(toPath(steps)).toEqual(['offer→delivered', 'think→timeout', 'text→accepted', 'done→reached']);
  expect(outcome).toBe('reached');
  const kinds = trace.map(({ kind }) => kind);
  expect(kinds.slice(0, 5)).toEqual(['entered', 'gate', 'message', 'waiting', 'evidence']);
  expect(kinds.at(-1)).toBe('ended');
});

test('a refusal meets the next message, an event comes when its time has come', async () => {
  const refused = await rehearse([{ refuse: 131026 }]);
  expect(refused.steps[0]).toMatchObject({ node: 'offer', outcome: 'undeliverable', code: '131026' });
  const ordered = await rehearse([
    { read: true },
    { at: '5h', event: 'order.placed', data: { cartId: 'cart-3' } },
  ]);
  expect(toPath(ordered.steps).slice(0, 2)).toEqual(['offer→delivered', 'think→converted']);
});

test('what the gate refuses is told with its reason', async () => {
  const { trace } = await rehearse([], { phone: '+12125550143' });
  expect(trace.find(({ kind }) => kind === 'gate')).toMatchObject({
    node: 'offer',
    decision: { do: 'refuse', policy: 'us-pause', outcome: 'limit.us', because: expect.anything() },
  });
});

test('what the real engine can not be told is refused before anything starts', async () => {
  const steps: Script['world'][] = [[{ click: true }], [{ fail: 'odd' }], { random: { seed: 1 } }];
  for (const world of steps) await expect(rehearse(world)).rejects.toThrow(RehearseError);
});
