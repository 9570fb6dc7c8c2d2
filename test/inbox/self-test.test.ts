import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDispatcher } from '../../src/inbox/dispatcher.ts';
import { createSelfTest } from '../../src/inbox/self-test.ts';
import { webhookEar } from '../../src/store/ears.ts';
import { appSecret, createHttpWorld, type HttpWorld } from '../http/world.ts';
import { createInboxWorld, type InboxWorld, silent } from '../support/inbox-world.ts';

let http: HttpWorld;
let inbox: InboxWorld;
let url: string;

beforeAll(async () => {
  http = await createHttpWorld();
  inbox = await createInboxWorld();
  url = `${await http.app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/whatsapp`;
});

afterAll(async () => {
  await http.stop();
  await inbox.close();
});

test('a self-test that came through the webhook and was dispatched opens the ears', async () => {
  const selfTest = createSelfTest({ url, appSecret, log: silent });
  expect(await selfTest.post()).toBe(true);
  await createDispatcher({ ...inbox.options, store: http.store }).drainOnce();
  const ears = await http.store.selectFrom('ear').select('id').execute();
  expect(ears).toEqual([{ id: webhookEar }]);
});

test('a self-test with a secret that is not ours, or to nobody, was not taken', async () => {
  expect(await createSelfTest({ url, appSecret: 'other', log: silent }).post()).toBe(false);
  expect(await createSelfTest({ url: 'http://127.0.0.1:1/', appSecret, log: silent }).post()).toBe(false);
});

test('it repeats itself until stopped', async () => {
  const before = (await http.inbox()).length;
  const selfTest = createSelfTest({ url, appSecret, log: silent, everyMs: 5 });
  selfTest.start();
  await expect.poll(async () => (await http.inbox()).length).toBeGreaterThan(before + 2);
  await selfTest.stop();
});
