// Canaries over the API: how they stand, and the operator's word.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterCanary } from '../../src/store/canaries.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await createHttpWorld();
  for (const version of [1, 2]) {
    await world.store
      .transaction()
      .execute((trx) =>
        enterCanary(trx, { journeyId: 'sale', version, node: 'offer' }, { first: 10, atLeast: 0.9 }),
      );
  }
});
afterAll(() => world.stop());

test('they are listed, the newest version first', async () => {
  const { canaries } = (await world.get('/v1/journeys/sale/canaries')).json();
  expect(canaries).toMatchObject([
    { node: 'offer', version: 2, state: 'counting', first: 10, atLeast: 0.9, admitted: 0, decideAt: null },
    { node: 'offer', version: 1 },
  ]);
});

test("an operator's decision is for the newest version unless one is named", async () => {
  const stopped = await world.post('/v1/journeys/sale/canaries/offer', { decision: 'stop' });
  expect(stopped.json()).toMatchObject({ version: 2, state: 'stopped', decidedBy: 'operator', woken: 0 });
  const opened = await world.post('/v1/journeys/sale/canaries/offer', { decision: 'open', version: 1 });
  expect(opened.json()).toMatchObject({ version: 1, state: 'open' });
});

test('a node without one, and a decision that is none, are told', async () => {
  const unknown = await world.post('/v1/journeys/sale/canaries/other', { decision: 'open' });
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'CANARY_UNKNOWN']);
  const odd = await world.post('/v1/journeys/sale/canaries/offer', { decision: 'perhaps' });
  expect([odd.statusCode, odd.json().code]).toEqual([422, 'INPUT_INVALID']);
});
