// A message that Meta took and then failed in passing (131000, 131016 as a status) is sent once more, never twice more,
// whatever the order in which answer and statuses come (F§3.2).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChannelClient, Delivery } from '../../src/messaging/delivery.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from '../activities/engine/send-world.ts';
import type { Visit } from '../activities/engine/visit.ts';

/** What happens between a POST and its answer, and the answer; accepted unless a test says otherwise. */
let during: () => Promise<unknown> = async () => {};
let delivery: Delivery | undefined;
let posts = 0;

const meta: ChannelClient = {
  channel: 'whatsapp',
  async deliver() {
    posts += 1;
    await during();
    during = async () => {};
    return delivery ?? { result: 'accepted', providerMessageId: `wamid.${posts}`, httpStatus: 200 };
  },
};

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld({ clients: [meta] });
});
afterAll(() => world.stop());

const taken = async (): Promise<Visit> => {
  posts = 0;
  const visit = await world.offer();
  expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
  return visit;
};
const fail = (visit: Visit, code: string) => visit.status('failed', { at: noon + minute, code });
const wake = (visit: Visit) => [{ runId: visit.runId, signal: 'wake', body: { reason: 'attempt-failed' } }];

describe('a transient failure as a status', () => {
  test.each(['131000', '131016'])('%s wakes the run, whose activity sends once more', async (code) => {
    const visit = await taken();
    expect(await fail(visit, code)).toEqual(wake(visit));
    expect(await visit.execute(noon + 2 * minute)).toMatchObject({ status: 'accepted' });
    expect(await visit.attempts()).toMatchObject([{ state: 'refused', code }, { state: 'accepted' }]);
    expect(await visit.execute(noon + 3 * minute)).toMatchObject({ status: 'accepted' });
    expect(posts).toBe(2);
  });

  test('of the second attempt is the end', async () => {
    const visit = await taken();
    await fail(visit, '131000');
    await visit.execute(noon + 2 * minute);
    const settled = { send: (await visit.send()).id, outcome: 'unavailable', code: '131000' };
    expect(await fail(visit, '131000')).toEqual([{ runId: visit.runId, signal: 'evidence', body: settled }]);
    expect(await visit.execute(noon + hour)).toMatchObject({ status: 'settled', outcome: 'unavailable' });
    expect(posts).toBe(2);
  });

  test('that comes again, or with a late `sent`, wakes nobody again', async () => {
    const visit = await taken();
    await fail(visit, '131000');
    expect(await fail(visit, '131000')).toEqual([]);
    expect(await visit.status('sent', { at: noon })).toEqual([]);
  });

  test('before the answer is seen by it: the activity is repeated', async () => {
    posts = 0;
    const visit = await world.offer();
    during = () => fail(visit, '131000');
    await expect(visit.execute(noon)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    expect(await visit.execute(noon + minute)).toMatchObject({ status: 'accepted' });
    expect(posts).toBe(2);
  });

  test('after a lost answer counts alike', async () => {
    posts = 0;
    const visit = await world.offer();
    delivery = { result: 'unknown', reason: 'reset' };
    expect(await visit.execute(noon)).toMatchObject({ status: 'unknown' });
    delivery = undefined;
    expect(await fail(visit, '131000')).toEqual(wake(visit));
    expect(await visit.execute(noon + 2 * minute)).toMatchObject({ status: 'accepted' });
    expect(posts).toBe(2);
  });

  test('that delivery contradicts before the run is there sends nothing more', async () => {
    const visit = await taken();
    await fail(visit, '131000');
    expect(await visit.status('delivered', { at: noon + minute })).toMatchObject([
      { signal: 'evidence', body: { outcome: 'delivered' } },
    ]);
    expect(await visit.execute(noon + 2 * minute)).toMatchObject({ status: 'settled', outcome: 'delivered' });
    expect(posts).toBe(1);
  });

  test('and delivery while the other attempt waits at the gate end the wait', async () => {
    const visit = await taken();
    await fail(visit, '131000');
    await world.store
      .updateTable('send')
      .set({ state: 'parked', policy: 'quiet-hours' })
      .where('run_id', '=', visit.runId)
      .execute();
    expect(await visit.status('delivered', { at: noon + minute })).toMatchObject([
      { signal: 'wake', body: { reason: 'attempt-arrived' } },
    ]);
    expect(await visit.execute(noon + 2 * minute)).toMatchObject({ status: 'settled', outcome: 'delivered' });
    expect(posts).toBe(1);
  });
});
