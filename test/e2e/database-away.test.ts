// PostgreSQL is down while webhooks come in: each is answered 503, Meta delivers again, and everything arrives later.
// A run that has to ask what an event means waits for it.

import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertEvent } from '../../src/store/events.ts';
import { signWebhook } from '../../src/whatsapp/webhook/signature.ts';
import { type FrailPostgres, startFrailPostgres } from '../support/frail-postgres.ts';
import { note } from '../support/message-journeys.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

const purchase = {
  id: 'purchase',
  name: 'Purchase',
  entry: { on: { api: true } },
  start: 'wait',
  nodes: {
    wait: {
      type: 'wait.event',
      with: { event: 'order.placed', if: 'event.total >= 100', within: '24h' },
      next: { received: 'done', timeout: 'late' },
    },
    late: { type: 'exit', with: { as: 'late' } },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

let postgres: FrailPostgres;
let world: World;

beforeAll(async () => {
  postgres = await startFrailPostgres();
  world = await startWorld({ databaseUrl: postgres.url });
  await world.publish(note);
});

afterAll(async () => {
  await world?.stop();
  await postgres?.remove();
});

test('webhooks are answered 503 without PostgreSQL, and what Meta delivers again ends the runs', async () => {
  const { meta, runs } = world.local;
  const guests = await Promise.all(Array.from({ length: 8 }, heldGuest));
  const started = await Promise.all(guests.map((guest) => world.start('note', guest)));
  for (const run of started)
    await expect.poll(async () => (await runs.state(run)).state, { timeout: 15_000 }).toBe('held');

  await postgres.goAway();
  const { delivered, attempts } = meta.webhooks();
  for (const { phone } of guests) meta.release(phone);
  expect(await postWebhook()).toBe(503);
  await meta.until(() => meta.webhooks().attempts > attempts + 2 * guests.length);
  expect(meta.webhooks()).toMatchObject({ delivered, lost: 0 });
  await postgres.comeBack();

  for (const run of started) expect(await world.ended(run)).toBe('reached');
  await meta.idle();
  expect(meta.webhooks()).toMatchObject({ pending: 0, lost: 0 });
  for (const { phone } of guests) expect(meta.messages(phone)).toHaveLength(1);
}, 90_000);

test('what an event means is told when PostgreSQL is back, in the order of what came', async () => {
  await world.publish(purchase);
  const guest = await world.person({ rehearsed: false });
  const run = await world.start('purchase', guest);
  const state = async () => (await world.local.runs.state(run)).state;
  await expect.poll(state, { timeout: 15_000 }).toBe('waiting');
  for (const total of [1, 200]) await hasHappened(guest, total);

  await postgres.goAway();
  const handle = world.local.client.getHandle(`run:${run}`);
  for (const total of [1, 200]) await handle.signal('event', [{ name: 'order.placed', id: `evt_${total}` }]);
  await expect.poll(state, { timeout: 30_000 }).toBe('asking');
  await postgres.comeBack();

  expect(await world.ended(run)).toBe('reached');
  expect(await world.path(run)).toEqual(['wait→received', 'done→reached']);
}, 90_000);

/** The event is stored; nobody has been told of it yet. */
async function hasHappened(guest: Guest, total: number): Promise<void> {
  const event = { personId: guest.id, name: 'order.placed', at: new Date(), data: { total } };
  const { store } = world.local;
  await store.transaction().execute((trx) => insertEvent(trx, { id: `evt_${total}`, ...event }));
}

function heldGuest(): Promise<Guest> {
  return world.person({ rehearsed: false, script: { do: 'hold' } });
}

/** A signed status of a message that isn't ours; the HTTP status of the answer. */
async function postWebhook(): Promise<number> {
  const { meta, server } = world.local;
  const status = {
    id: 'wamid.unknown',
    status: 'sent',
    timestamp: '1700000000',
    recipient_id: '821012345678',
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: meta.senders[0].phoneNumberId },
    statuses: [status],
  };
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
  const signature = signWebhook(body, meta.appSecret);
  const answer = await request(server.webhookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
  });
  await answer.body.dump();
  return answer.statusCode;
}
