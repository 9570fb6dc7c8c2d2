// Direct Send (F§5.4): a useful free-form message goes outside the window where node, sender and Meta allow it; else it
// waits for the window as ever.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSendWorld, hour, noon, type SendWorld } from './send-world.ts';

let world: SendWorld;

beforeAll(async () => {
  world = await createSendWorld();
  await capable(true);
});
afterAll(() => world.stop());

const capable = (direct_send: boolean) =>
  world.store.updateTable('sender').set({ direct_send }).where('id', '=', world.sender).execute();
const say = (config: Record<string, unknown> = {}) =>
  world.visit('whatsapp.message', { text: 'On its way', category: 'utility', ...config });

/** Until nothing is to be tried again at once. */
async function settle(visit: Awaited<ReturnType<typeof say>>) {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      return await visit.execute(noon);
    } catch (error) {
      expect(error).toMatchObject({ type: 'SEND_RETRY' });
    }
  }
  return undefined;
}

test('outside the window it goes out with its category and time to live', async () => {
  world.meta.setAccount({ directSend: true });
  const visit = await say({ ttlSeconds: 3_600 });
  expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
  expect(await visit.attempts()).toMatchObject([{ route: 'direct-send', state: 'accepted' }]);
});

test('inside the window it is an ordinary message', async () => {
  world.meta.setAccount({ directSend: false });
  const visit = await say();
  world.meta.reply(visit.phone, 'Where is it?');
  const key = { person_id: visit.personId, sender_id: world.sender };
  await world.store
    .insertInto('channel_memory')
    .values({ ...key, window_ends_at: new Date(noon + hour) })
    .execute();
  expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
  expect(await visit.attempts()).toMatchObject([{ route: 'messages', state: 'accepted' }]);
});

test('without the wish, or the capability, it waits for the window', async () => {
  const plain = await say({ category: 'service' });
  expect(await plain.execute(noon)).toMatchObject({ status: 'parked', policy: 'window' });
  await capable(false);
  const visit = await say();
  expect(await visit.execute(noon)).toMatchObject({ status: 'parked', policy: 'window' });
  await capable(true);
  expect(visit.posts()).toBe(0);
});

test('an account that turns out to have no Direct Send: refused once, then it waits for the window', async () => {
  world.meta.setAccount({ directSend: false });
  const visit = await say();
  expect(await settle(visit)).toMatchObject({ status: 'parked', policy: 'window' });
  expect(await visit.attempts()).toMatchObject([{ route: 'direct-send', state: 'refused', code: '100' }]);
  expect(visit.posts()).toBe(1);
});

test('a ban of Direct Send is known to all messages of the account, which wait for its end', async () => {
  world.meta.setAccount({ directSend: true });
  const visit = await say();
  world.meta.script(visit.phone, { do: 'refuse', code: 139200 });
  expect(await settle(visit)).toMatchObject({ status: 'parked', policy: 'restrictions' });
  const next = await say();
  expect(await settle(next)).toMatchObject({ status: 'parked', policy: 'restrictions' });
  expect(next.posts()).toBe(0);
});
