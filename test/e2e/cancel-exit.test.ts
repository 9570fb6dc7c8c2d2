// What ends a run before its journey does: an exit event, a cancel in the Temporal UI, the `exit` update. A pending
// fallback is then not sent, and a run never closes while its POST is in flight.

import { WorkflowUpdateFailedError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Behaviour } from '../../src/emulators/cloud-api/behaviour.ts';
import { findRun } from '../../src/store/runs.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

const offer = {
  id: 'offer',
  name: 'Offer',
  entry: { on: { api: true } },
  exit: [{ on: { event: 'order.placed' }, if: 'event.total > 10', as: 'converted' }],
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

const silence = { do: 'silence' } as const;

describe('a run that is ended early', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.publish(offer);
  });
  afterAll(() => world?.stop());

  const handle = (run: string) => world.local.client.getHandle(`run:${run}`);

  /** A run that awaits evidence which never comes; its fallback is due in two hours. */
  async function awaiting(): Promise<{ guest: Guest; run: string }> {
    const guest = await world.person({ script: silence });
    const run = await world.start('offer', guest);
    await world.settled(guest);
    expect(await world.path(run)).toEqual(['offer→…']);
    return { guest, run };
  }

  /** No text message, however long one waits. */
  async function expectNoFallback(guest: Guest): Promise<void> {
    await world.advance(guest, 3 * 3_600_000);
    expect(world.local.sms.received(guest.phone)).toEqual([]);
  }

  test('an exit event ends it at once, and the pending fallback is cancelled', async () => {
    const { guest, run } = await awaiting();
    const order = { person: guest.externalId, event: 'order.placed' };
    await world.api('/v1/events', { ...order, data: { total: 5 } });
    await world.settled(guest);
    expect(await world.path(run)).toEqual(['offer→…']);
    await world.api('/v1/events', { ...order, data: { total: 50 } });
    expect(await world.ended(run)).toBe('converted');
    expect(await world.path(run)).toEqual(['offer→converted']);
    await expectNoFallback(guest);
  });

  test('a cancel in the Temporal UI is the exit `cancelled`', async () => {
    const { guest, run } = await awaiting();
    await handle(run).cancel();
    expect(await world.ended(run)).toBe('cancelled');
    expect(await findRun(world.local.store, run)).toMatchObject({ state: 'closed', outcome: 'cancelled' });
    expect((await handle(run).describe()).status.name).toBe('COMPLETED');
    await expectNoFallback(guest);
  });

  test('the update `exit` takes a word, and refuses what is none', async () => {
    const { guest, run } = await awaiting();
    for (const as of ['No words', '', 'x'.repeat(61), 7, undefined]) {
      await expect(handle(run).executeUpdate('exit', { args: [{ as }] })).rejects.toThrow(
        WorkflowUpdateFailedError,
      );
    }
    expect(await world.path(run)).toEqual(['offer→…']);
    expect(await world.local.runs.exit(run, 'stopped.by-us')).toBe('stopped.by-us');
    expect(await world.ended(run)).toBe('stopped.by-us');
    await expectNoFallback(guest);
  });

  test('it does not close while its POST is in flight, and the ledger has the answer', async () => {
    const { meta, store } = world.local;
    const script: Behaviour = { do: 'deliver', delaysMs: { answer: 2_500, sent: 10, delivered: 20 } };
    const guest = await world.person({ script });
    const run = await world.start('offer', guest);
    await meta.until(() => meta.messages(guest.phone).length > 0);
    await handle(run).cancel();
    expect(await world.ended(run)).toBe('cancelled');
    const attempts = await store
      .selectFrom('attempt')
      .innerJoin('send', 'send.id', 'attempt.send_id')
      .select('attempt.state')
      .where('send.run_id', '=', run)
      .execute();
    expect(attempts).toEqual([{ state: 'accepted' }]);
    expect(meta.messages(guest.phone)).toHaveLength(1);
  });
});
