// Evidence, waits and fallbacks of one message on the real engine.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.ts';

const offer = {
  id: 'offer',
  name: 'Offer',
  entry: { on: { api: true } },
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', within: '2h' },
      next: { delivered: 'done', unresolved: 'text', '*': 'text' },
    },
    text: {
      type: 'sms.send',
      with: { text: 'Hello' },
      next: { accepted: 'done', unresolved: 'done', '*': 'done' },
    },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

describe('one message and its fallback', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ meta: { delivery: { duplicates: 2, shuffleSeed: 3 } } });
    await world.publish(offer);
  });
  afterAll(() => world.stop());

  test('delivery ends the wait, and the person is written to once', async () => {
    const guest = await world.person();
    const run = await world.start('offer', guest);
    expect(await world.ended(run)).toBe('reached');
    expect(await world.path(run)).toEqual(['offer→delivered', 'done→reached']);
    expect(world.local.meta.messages(guest.phone)).toHaveLength(1);
  });

  test('silence falls back when the time is over, not before', async () => {
    const guest = await world.person({ script: { do: 'silence' } });
    const run = await world.start('offer', guest);
    await world.advance(guest, 2 * 3_600_000 - 60_000);
    expect(await world.path(run)).toEqual(['offer→…']);
    await world.advance(guest, 2 * 60_000);
    expect(await world.path(run)).toEqual(['offer→silent', 'text→accepted', 'done→reached']);
  });
});
