import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue, nodeTypes } from '../../activities/nodes/index.ts';
import { type Client, createClient } from '../../src/client/client.ts';
import { ProblemError } from '../../src/client/client-errors.ts';
import { apiKey, createHttpWorld, type HttpWorld } from '../http/world.ts';
import { offer } from '../simulator/simulated.ts';

let world: HttpWorld;
let client: Client;

beforeAll(async () => {
  world = await createHttpWorld(catalogue, { nodeTypes, builtInTypes: new Set(catalogue.keys()) });
  client = createClient({ url: await world.app.listen({ host: '127.0.0.1', port: 0 }), apiKey });
});

afterAll(() => world.stop());

const source = JSON.stringify(offer());

test('a journey is checked, and simulated action by action', async () => {
  const { nodeTypes: listed } = await client.nodeTypes();
  expect(listed.every(({ builtIn, help }) => builtIn && help !== null)).toBe(true);
  const { nodes, hash } = await client.check(source);
  expect(hash).toMatch(/^sha256:/);
  expect(nodes['offer']?.awaits).toBe('delivered');
  const answer = await client.simulate({ source, actions: [{ refuse: 130472 }] });
  expect(answer).toMatchObject({ entered: true, ended: 'reached' });
  expect(await client.surroundings()).toEqual({ templates: null, senders: null, journeys: {} });
});

test('one that has errors is a problem with their places', async () => {
  const broken = JSON.stringify({ ...offer(), start: 'nowhere' });
  const error = await client.simulate({ source: broken }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ code: 'JOURNEY_INVALID', problem: { errors: [{ path: '/start' }] } });
});
