// PostgreSQL is down while webhooks come in: each is answered 503, Meta delivers again, and everything arrives later.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../src/embedded/free-port.ts';
import { type RunningPostgres, startPostgres } from '../../src/embedded/postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createStore } from '../../src/store/store.ts';
import { signWebhook } from '../../src/whatsapp/webhook-signature.ts';
import { note } from '../support/message-journeys.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

let dir: string;
let port: number;
let postgres: RunningPostgres;
let world: World;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'jornada-postgres-'));
  // PostgreSQL's own user has to get in when the tests run as root.
  chmodSync(dir, 0o711);
  port = await findFreePort();
  postgres = await startAgain();
  const store = createStore({ url: postgres.url, maxConnections: 1 });
  await migrate(store);
  await store.destroy();
  world = await startWorld({ databaseUrl: postgres.url });
  await world.publish(note);
});

afterAll(async () => {
  await world?.stop();
  await postgres?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** On the same port and data. */
function startAgain(): Promise<RunningPostgres> {
  return startPostgres({ dataDir: join(dir, 'postgres'), port, durable: false });
}

test('webhooks are answered 503 without PostgreSQL, and what Meta delivers again ends the runs', async () => {
  const { meta, runs } = world.local;
  const guests = await Promise.all(Array.from({ length: 8 }, heldGuest));
  const started = await Promise.all(guests.map((guest) => world.start('note', guest)));
  for (const run of started)
    await expect.poll(async () => (await runs.state(run)).state, { timeout: 15_000 }).toBe('held');

  await postgres.stop();
  const { delivered, attempts } = meta.webhooks();
  for (const { phone } of guests) meta.release(phone);
  expect(await postWebhook()).toBe(503);
  await meta.until(() => meta.webhooks().attempts > attempts + 2 * guests.length);
  expect(meta.webhooks()).toMatchObject({ delivered, lost: 0 });
  postgres = await startAgain();

  for (const run of started) expect(await world.ended(run)).toBe('reached');
  await meta.idle();
  expect(meta.webhooks()).toMatchObject({ pending: 0, lost: 0 });
  for (const { phone } of guests) expect(meta.messages(phone)).toHaveLength(1);
}, 90_000);

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
