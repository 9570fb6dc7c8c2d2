// A fact that changes frees who waits for it: nobody polls, nobody is forgotten.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toWakeItem } from '../../src/inbox/apply-wake.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import { startWorld, type World } from '../support/world.ts';

const journey = {
  id: 'paused-offer',
  name: 'Offer',
  entry: { on: { api: true } },
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: { template: 'paused_offer', language: 'ko' },
      next: { delivered: 'done', unresolved: 'done', '*': 'done' },
    },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

describe('a paused template', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.publish(journey);
  });
  afterAll(() => world.stop());

  async function setStatus(status: string): Promise<void> {
    const { store, config } = world.local;
    const row = { category: 'marketing', status } as const;
    await store
      .insertInto('template')
      .values({ account_id: config.whatsapp.accountId ?? '', name: 'paused_offer', language: 'ko', ...row })
      .onConflict((conflict) => conflict.columns(['account_id', 'name', 'language']).doUpdateSet(row))
      .execute();
  }

  test('parks the message, and a wake sends it when the template is back', async () => {
    await setStatus('PAUSED');
    const guest = await world.person();
    const run = await world.start(journey.id, guest);
    await world.settled(guest);
    expect(world.local.meta.requests(guest.phone)).toHaveLength(0);
    expect((await world.local.runs.state(run)).state).toBe('parked');

    await setStatus('APPROVED');
    await insertInboxItems(world.local.store, [toWakeItem([run], 'template')]);
    expect(await world.ended(run)).toBe('reached');
    expect(await world.path(run)).toEqual(['offer→delivered', 'done→reached']);
  });

  test('ends as template.paused when the message has expired meanwhile', async () => {
    await setStatus('PAUSED');
    const guest = await world.person();
    const run = await world.start(journey.id, guest);
    await world.advance(guest, 4 * 24 * 3_600_000);
    expect(await world.path(run)).toEqual(['offer→template.paused', 'done→reached']);
  });
});
