import { afterAll, beforeAll, expect, test } from 'vitest';
import { shardOf } from '../../src/inbox/shard-of.ts';
import {
  createDeafApp,
  createHttpWorld,
  type HttpWorld,
  previousSecret,
  toWebhook,
  verifyToken,
} from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
});

afterAll(() => world.stop());

function statuses(...ids: readonly string[]) {
  const list = ids.map((id) => ({
    id,
    status: 'delivered',
    timestamp: '1700000000',
    recipient_id: '821012345678',
    biz_opaque_callback_data: `tok_${id}`,
  }));
  const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: '1' }, statuses: list };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '9', changes: [{ field: 'messages', value }] }],
  };
}

test('a signed webhook is stored item by item, in the shard of its token, however often it comes', async () => {
  for (let time = 0; time < 2; time += 1) {
    const response = await world.app.inject(toWebhook(statuses('m1', 'm2')));
    expect(response.statusCode).toBe(200);
  }
  const items = await world.inbox();
  expect(items.map(({ shard }) => shard)).toEqual([shardOf('tok_m1'), shardOf('tok_m2')]);
  expect(items[0]?.payload).toMatchObject({ kind: 'status', token: 'tok_m1', status: 'delivered' });
});

test('an unsigned or wrongly signed webhook gets 401 and is not stored', async () => {
  const before = await world.inbox();
  const { headers, ...request } = toWebhook(statuses('forged'));
  const unsigned = { 'content-type': headers['content-type'] };
  expect((await world.app.inject({ ...request, headers: unsigned })).statusCode).toBe(401);
  const response = await world.app.inject(toWebhook(statuses('forged'), 'another-secret'));
  expect(response.statusCode).toBe(401);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({ code: 'WEBHOOK_SIGNATURE', status: 401 });
  expect(await world.inbox()).toEqual(before);
});

test('garbled, oversized and foreign bodies are told apart', async () => {
  expect((await world.app.inject(toWebhook('{"object":'))).statusCode).toBe(400);
  expect((await world.app.inject(toWebhook(`"${'x'.repeat(3 * 1024 * 1024)}"`))).statusCode).toBe(413);
  const webhook = toWebhook(statuses('xml'));
  const foreign = { ...webhook.headers, 'content-type': 'text/xml' };
  expect((await world.app.inject({ ...webhook, headers: foreign })).statusCode).toBe(415);
});

test('while the secret is rotated, the one before is taken too', async () => {
  expect((await world.app.inject(toWebhook(statuses('rotated'), previousSecret))).statusCode).toBe(200);
});

test('a body that nests deeper than anything of Meta’s is refused before it is read', async () => {
  const deep = `{"object":"whatsapp_business_account","entry":${'['.repeat(70)}${']'.repeat(70)}}`;
  const response = await world.app.inject(toWebhook(deep));
  expect([response.statusCode, response.json().code]).toEqual([400, 'BODY_DEPTH']);
  const inText = { ...statuses('brackets'), note: '[{"'.repeat(200) };
  expect((await world.app.inject(toWebhook(inText))).statusCode).toBe(200);
});

test('what nobody acts on is counted by field, not stored', async () => {
  const before = await world.inbox();
  const body = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '9',
        changes: [
          { field: 'history', value: {} },
          { field: 'f'.repeat(500), value: 1 },
        ],
      },
    ],
  };
  for (let time = 0; time < 3; time += 1) await world.app.inject(toWebhook(body));
  expect(await world.inbox()).toEqual(before);
  const counted = expect.poll(async () => (await world.get('/v1/webhooks/ignored')).json().fields, {
    timeout: 10_000,
  });
  await counted.toEqual([
    { field: 'f'.repeat(64), seen: 3, lastAt: expect.any(String) },
    { field: 'history', seen: 3, lastAt: expect.any(String) },
  ]);
});

test('a body of nearly 3 MB is taken', async () => {
  const body = { ...statuses('large'), padding: 'x'.repeat(3 * 1024 * 1024 - 2_000) };
  expect((await world.app.inject(toWebhook(body))).statusCode).toBe(200);
});

test('with the database away the answer is 503, so that Meta delivers again', async () => {
  const app = createDeafApp();
  const response = await app.inject(toWebhook(statuses('m1')));
  expect(response.statusCode).toBe(503);
  expect(response.headers['retry-after']).toBe('5');
  expect((await app.inject({ url: '/ready' })).statusCode).toBe(503);
  expect((await app.inject({ url: '/health' })).statusCode).toBe(200);
  await app.close();
});

test("Meta's verification gets its challenge back only for our token", async () => {
  const ask = (token: string) =>
    world.app.inject({
      url: '/webhooks/whatsapp',
      query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' },
    });
  const response = await ask(verifyToken);
  expect([response.statusCode, response.body]).toEqual([200, '1158201444']);
  expect(response.headers['content-type']).toContain('text/plain');
  expect((await ask('guess')).statusCode).toBe(403);
  expect((await world.app.inject({ url: '/webhooks/whatsapp' })).statusCode).toBe(403);
});
