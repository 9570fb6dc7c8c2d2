// Two endpoints for marketing, Direct Send, and a renewed token: several exchanges, at most one of them accepted.

import { expect, test } from 'vitest';
import type { TestSender } from '../../support/whatsapp-senders.ts';
import { sendersOf } from '../../support/whatsapp-senders.ts';
import { accepted, clientOf, graphError, guest, requestTo } from './cloud-client.ts';
import { bodyOf, httpAnswer, type RawServer, startRawServer } from './raw-server.ts';

type Script = readonly ('accept' | 'cut' | number)[];

/** Answers the requests in this order: a code is a Graph error. */
async function startScript(script: Script): Promise<RawServer> {
  return startRawServer((socket, _request, count) => {
    const step = script[count - 1];
    if (step === 'accept') socket.write(httpAnswer(200, accepted));
    else if (typeof step === 'number') socket.write(httpAnswer(400, graphError(step)));
    else socket.destroy();
  });
}

const marketing = { category: 'marketing' } as const;

async function deliver(script: Script, sender: Omit<TestSender, 'baseUrl'>, more: object = marketing) {
  const server = await startScript(script);
  const client = clientOf(server.url, { senders: sendersOf({ baseUrl: server.url, ...sender }) });
  const delivery = await client.deliver(requestTo(guest, more));
  const paths = server.requests.map((request) => /^POST \S*\/(\S+) /.exec(request)?.[1]);
  return { delivery, paths, bodies: server.requests.map((request) => JSON.parse(bodyOf(request))) };
}

const fallback = { marketing: { policy: 'fallback' } } as const;
const strict = { marketing: { policy: 'strict' } } as const;

test('a marketing template goes to the endpoint for marketing, with what the operator has set', async () => {
  const sender = { marketing: { policy: 'strict', shareActivity: false } } as const;
  const { delivery, paths, bodies } = await deliver(['accept'], sender);
  expect(delivery).toMatchObject({ result: 'accepted', route: 'marketing_messages' });
  expect(paths).toEqual(['marketing_messages']);
  expect(bodies[0]).toMatchObject({ product_policy: 'STRICT', message_activity_sharing: false });
});

test.each([
  ['utility', fallback],
  ['authentication', fallback],
  ['marketing', {}],
])('%s of a sender with %o goes to the ordinary endpoint, as it is', async (category, sender) => {
  const { delivery, bodies } = await deliver(['accept'], sender, { category });
  expect(delivery).toMatchObject({ result: 'accepted', route: 'messages' });
  expect(bodies[0]).not.toHaveProperty('product_policy');
});

test('free-form is never marketing to Meta', async () => {
  const message = {
    channel: 'whatsapp',
    form: 'free-form',
    body: { type: 'text', text: { body: 'Hello' } },
  } as const;
  expect((await deliver(['accept'], fallback, { message, ...marketing })).paths).toEqual(['messages']);
});

test.each([10, 131009, 131055, 134100, 134101, 134102])(
  'refused by the endpoint for marketing with %i, it goes to the ordinary one at once',
  async (code) => {
    const { delivery, paths } = await deliver([code, 'accept'], fallback);
    expect(delivery).toMatchObject({ result: 'accepted', route: 'messages' });
    expect(paths).toEqual(['marketing_messages', 'messages']);
  },
);

test.each([
  [10, { outcome: 'account', retry: 'park' }],
  [134101, { outcome: 'unavailable', retry: 'transient', retryAfterMs: 600_000 }],
  [134102, { outcome: 'invalid', retry: 'never' }],
])('where the operator is strict, %i is the answer', async (code, failure) => {
  const { delivery, paths } = await deliver([code], strict);
  expect(delivery).toMatchObject({ result: 'refused', failure, route: 'marketing_messages' });
  expect(paths).toHaveLength(1);
});

test('strict is about marketing: a template that turns out to be none goes where all others go', async () => {
  expect((await deliver([134100, 'accept'], strict)).delivery).toMatchObject({ result: 'accepted' });
});

test('an account that wants marketing at the other endpoint only gets it there', async () => {
  const { delivery, paths } = await deliver([131063, 'accept'], {});
  expect(delivery).toMatchObject({ result: 'accepted', route: 'marketing_messages' });
  expect(paths).toEqual(['messages', 'marketing_messages']);
});

test('each endpoint is asked once: what neither takes is refused, with the word that says more', async () => {
  const syncing = await deliver([134101, 131063], fallback);
  expect(syncing.paths).toEqual(['marketing_messages', 'messages']);
  expect(syncing.delivery).toMatchObject({ result: 'refused', failure: { code: '134101' } });
  const nowhere = await deliver([131063, 134102], {});
  expect(nowhere.paths).toEqual(['messages', 'marketing_messages']);
  expect(nowhere.delivery).toMatchObject({ result: 'refused', failure: { code: '134102' } });
});

test('after an answer that proves nothing no other endpoint is tried', async () => {
  const { delivery, paths } = await deliver(['cut', 'accept'], fallback);
  expect(delivery).toMatchObject({ result: 'unknown', route: 'marketing_messages' });
  expect(paths).toHaveLength(1);
  const second = await deliver([134102, 'cut', 'accept'], fallback);
  expect(second.delivery).toMatchObject({ result: 'unknown', route: 'messages' });
  expect(second.paths).toHaveLength(2);
});

test.each([131049, 132001, 131056])('%i is about the message, and ends it', async (code) => {
  expect((await deliver([code], fallback)).paths).toHaveLength(1);
});

test('a token that was rotated meanwhile is used at once; without another one the refusal stands', async () => {
  const server = await startScript([190, 'accept']);
  const senders = sendersOf({ baseUrl: server.url, accessToken: 'old' }, 'new');
  const delivery = await clientOf(server.url, { senders }).deliver(requestTo(guest));
  expect(delivery).toMatchObject({ result: 'accepted' });
  const tokens = server.requests.map((request) => /authorization: Bearer (\S+)/.exec(request)?.[1]);
  expect(tokens).toEqual(['old', 'new']);
  expect((await deliver([190], {})).delivery).toMatchObject({ failure: { code: '190', retry: 'park' } });
  const twice = await startScript([190, 190]);
  const both = sendersOf({ baseUrl: twice.url, accessToken: 'old' }, 'new');
  expect(await clientOf(twice.url, { senders: both }).deliver(requestTo(guest))).toMatchObject({
    failure: { code: '190' },
  });
  expect(twice.requests).toHaveLength(2);
});

const directMessage = {
  message: { channel: 'whatsapp', form: 'free-form', body: { type: 'text', text: { body: 'Shipped' } } },
  category: 'utility',
  directSend: { category: 'utility', ttlSeconds: 3_600 },
} as const;

test('Direct Send says its category and time to live', async () => {
  const { delivery, bodies } = await deliver(['accept'], {}, directMessage);
  expect(delivery).toMatchObject({ result: 'accepted', route: 'direct-send' });
  expect(bodies[0]).toMatchObject({ type: 'text', category: 'utility', ttl_seconds: 3_600 });
});

test.each([100, 139200])('Direct Send refused with %i may wait for the window', async (code) => {
  const { delivery } = await deliver([code], {}, directMessage);
  expect(delivery).toMatchObject({ result: 'refused', failure: { outcome: 'window', retry: 'transient' } });
});

test('another provider is asked under its own address, with its own header', async () => {
  const server = await startScript(['accept']);
  const baseUrl = `${server.url}/v1`;
  const senders = sendersOf({ baseUrl, provider: '360dialog', accessToken: 'key', ...fallback });
  const delivery = await clientOf(server.url, { senders }).deliver(requestTo(guest, marketing));
  expect(delivery).toMatchObject({ result: 'accepted', route: 'marketing_messages' });
  expect(server.requests[0]).toMatch(/^POST \/v1\/marketing_messages HTTP\/1\.1\r\n/);
  expect(server.requests[0]).toMatch(/d360-api-key: key\r\n/i);
  expect(server.requests[0]).not.toMatch(/authorization:/i);
});
