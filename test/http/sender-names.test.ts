// A journey that names a number is checked against those that can send.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld(new Map(nodeTypes.map((type) => [type.type, type])));
});
afterAll(() => world.stop());

const publish = (sender: string) =>
  world.post('/v1/journeys?dryRun=true', {
    id: 'offer',
    name: 'Offer',
    entry: { on: { api: true } },
    start: 'say',
    nodes: {
      say: {
        type: 'whatsapp.message',
        with: { text: 'Hello', sender },
        next: { delivered: 'end', unresolved: 'end', '*': 'end' },
      },
      end: { type: 'exit' },
    },
  });

test('before a worker has told of any, every name passes; then only those that are configured', async () => {
  expect((await publish('anything')).statusCode).toBe(200);
  const row = { channel: 'whatsapp', account_id: null } as const;
  await world.store
    .insertInto('sender')
    .values([
      { id: 'sdr_1', name: 'shop', provider_id: '1', ...row },
      { id: 'sdr_2', name: 'gone', provider_id: '2', active: false, ...row },
    ])
    .execute();
  expect((await publish('shop')).statusCode).toBe(200);
  for (const name of ['shpo', 'gone']) {
    const refused = await publish(name);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors).toMatchObject([{ code: 'J505' }]);
  }
});
