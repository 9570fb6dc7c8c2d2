import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRandom,
  PLAIN_DELIVERY,
  planDelivery,
} from '../../../src/emulators/cloud-api/delivery-plan.ts';
import type { WebhookChange } from '../../../src/emulators/cloud-api/webhook-value.ts';
import { started } from '../started.ts';

const ADA = '+821012345678';

describe('webhooks of the emulator', () => {
  test('are signed over their raw bytes with the app secret', async () => {
    const { emulator, receiver } = await started({ appSecret: 'shh' });
    emulator.reply(ADA, '안녕하세요 👋', { context: 'wamid.quoted' });
    await emulator.idle();
    const [post] = receiver.posts;
    const digest = createHmac('sha256', 'shh')
      .update(post?.raw ?? '')
      .digest('hex');
    expect(post?.headers['x-hub-signature-256']).toBe(`sha256=${digest}`);
    expect(post?.body).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [{ id: emulator.senders[0].businessAccountId, changes: [{ field: 'messages' }] }],
    });
    expect(post?.body.entry[0]).not.toHaveProperty('time');
    expect(receiver.inbound()).toMatchObject([
      { text: { body: '안녕하세요 👋' }, context: { id: 'wamid.quoted' } },
    ]);
  });

  test('are delivered again until the receiver answers 200', async () => {
    const { emulator, client, receiver } = await started();
    receiver.answer = 503;
    await client.template(ADA, 'token');
    await emulator.until(() => emulator.webhooks().attempts >= 6);
    expect(receiver.posts).toEqual([]);
    receiver.answer = 200;
    await emulator.idle();
    expect(
      receiver
        .statuses()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['delivered', 'sent']);
    expect(emulator.webhooks()).toMatchObject({ pending: 0, delivered: 2, lost: 0 });
  });

  test('outlive a receiver that is away, and wait for one that is not known yet', async () => {
    const { emulator, client, receiver } = await started({ webhookUrl: 'http://127.0.0.1:9/' });
    await client.template(ADA);
    await emulator.until(() => emulator.webhooks().attempts >= 4);
    emulator.setWebhookUrl(undefined);
    emulator.reply(ADA, 'anybody there?');
    await emulator.subscribe(receiver.url, 'verify-me');
    await emulator.idle();
    expect([receiver.statuses().length, receiver.inbound().length]).toEqual([2, 1]);
  });

  test('do not go to a receiver that fails the handshake', async () => {
    const { emulator, receiver } = await started();
    await expect(emulator.subscribe(receiver.url, 'wrong')).rejects.toMatchObject({
      code: 'EMULATOR_WEBHOOK_REFUSED',
    });
  });

  test('come several times and out of order when asked, and none is missing', async () => {
    const { emulator, client, receiver } = await started({
      delivery: { duplicates: 2, shuffleSeed: 7, batch: 5, flushMs: 100 },
    });
    emulator.script(ADA, { do: 'read' });
    for (let count = 0; count < 5; count += 1) await client.template(ADA, `token-${count}`);
    await emulator.idle();
    const times = new Map<string, number>();
    for (const { id, status } of receiver.statuses()) {
      times.set(`${id} ${status}`, (times.get(`${id} ${status}`) ?? 0) + 1);
    }
    expect([...times.values()]).toEqual(Array(15).fill(3));
    expect(receiver.posts.length).toBeLessThan(45);
    const seconds = receiver.statuses().map(({ status }) => status);
    expect(seconds).not.toEqual([...seconds].sort((a, b) => (a < b ? 1 : -1)));
  });
});

describe('a delivery plan', () => {
  const change = (id: number): WebhookChange => ({
    businessAccountId: '1',
    field: 'messages',
    value: { id },
  });

  test('holds every change exactly 1 + duplicates times, in POSTs no larger than the batch', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(3),
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.nat()),
        (count, duplicates, batch, shuffleSeed) => {
          const changes = Array.from({ length: count }, (_, id) => change(id));
          const options = { ...PLAIN_DELIVERY, duplicates, batch, shuffleSeed };
          const posts = planDelivery(changes, options, createRandom(shuffleSeed ?? 0));
          expect(posts.every((post) => post.length >= 1 && post.length <= batch)).toBe(true);
          const copies = posts.flat();
          expect(copies).toHaveLength(count * (1 + duplicates));
          expect(
            changes.every((one) => copies.filter((copy) => copy === one).length === 1 + duplicates),
          ).toBe(true);
        },
      ),
    );
  });

  test('is the same for the same seed', () => {
    const changes = Array.from({ length: 20 }, (_, id) => change(id));
    const options = { ...PLAIN_DELIVERY, batch: 4, shuffleSeed: 5 };
    expect(planDelivery(changes, options, createRandom(5))).toEqual(
      planDelivery(changes, options, createRandom(5)),
    );
    expect(planDelivery(changes, options, createRandom(5)).flat()).not.toEqual(changes);
  });
});
