// An attempt of which nobody knows whether it was sent, in real time: evidence is awaited for as long as our ears were
// really open, which the server's signed self-tests prove.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Behaviour } from '../../src/emulators/cloud-api/behaviour.ts';
import { note } from '../support/message-journeys.ts';
import { startWorld, type World } from '../support/world.ts';

const login = { ...note, id: 'login', nodes: { ...note.nodes, offer: withTemplate('login_code') } };

function withTemplate(template: string) {
  return { ...note.nodes.offer, with: { ...note.nodes.offer.with, template } };
}

const lostAnswer: Behaviour = { do: 'reset-after-accept', fate: { do: 'silence' } };

describe('an unknown attempt that no evidence resolves', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    for (const journey of [note, login]) await world.publish(journey);
    await world.local.store
      .insertInto('template')
      .values({
        account_id: world.local.config.whatsapp.accountId ?? '',
        name: 'login_code',
        language: 'ko',
        category: 'authentication',
        status: 'APPROVED',
      })
      .execute();
  });
  afterAll(() => world?.stop());

  test('is repeated once for a login code after fifteen seconds, and not for an offer', async () => {
    const { meta, runs, sms } = world.local;
    const hasty = await world.person({ rehearsed: false });
    meta.script(hasty.phone, lostAnswer, { do: 'deliver' });
    const calm = await world.person({ rehearsed: false, script: lostAnswer });
    const offered = await world.start('note', calm);
    const run = await world.start('login', hasty);
    expect(await world.ended(run)).toBe('reached');
    expect(meta.messages(hasty.phone)).toHaveLength(2);
    expect(await runs.state(offered)).toMatchObject({ state: 'reconciling' });
    expect(meta.messages(calm.phone)).toHaveLength(1);
    expect(sms.received(calm.phone)).toEqual([]);
  }, 40_000);
});
