import { Agent } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import {
  createWhatsAppCloud,
  type WhatsAppCloudOptions,
} from '../../../activities/channels/whatsapp-cloud.ts';
import type { Delivery, DeliveryRequest } from '../../../src/messaging/delivery.ts';
import { type Answer, bodyOf, freePort, httpAnswer, startRawServer } from './raw-server.ts';

const ok = { messaging_product: 'whatsapp', contacts: [], messages: [{ id: 'wamid.one' }] };
const limits = {
  connectTimeoutMs: 300,
  headersTimeoutMs: 300,
  bodyTimeoutMs: 300,
  totalTimeoutMs: 900,
  maxBodyBytes: 10_000,
};

function requestTo(phone: string, signal?: AbortSignal): DeliveryRequest {
  return {
    sender: { id: 'snr_1', channel: 'whatsapp', providerId: '1001' },
    to: { phone },
    message: {
      channel: 'whatsapp',
      form: 'template',
      body: { type: 'template', template: { name: 'spring_sale', language: { code: 'ko' } } },
    },
    token: 'tok_1',
    ...(signal === undefined ? {} : { signal }),
  };
}

function clientOf(
  baseUrl: string,
  accessToken: () => string = () => 'secret',
  more: Partial<WhatsAppCloudOptions> = {},
) {
  const client = createWhatsAppCloud({ baseUrl, version: 'v25.0', accessToken, limits, ...more });
  onTestFinished(() => client.close());
  return client;
}

async function deliverTo(answer: Answer, phone = '+821012345678'): Promise<Delivery> {
  const server = await startRawServer(answer);
  return clientOf(server.url).deliver(requestTo(phone));
}

const say =
  (status: number, body: unknown, headers?: Record<string, string>): Answer =>
  (socket) =>
    void socket.write(httpAnswer(status, body, headers));
const graphError = (code: number | string, extra: object = {}) => ({
  error: { message: 'no', type: 'OAuthException', code, ...extra },
});

test('a 200 with a message id is accepted, and the request is what Meta documents', async () => {
  const server = await startRawServer(say(200, ok));
  const delivery = await clientOf(server.url).deliver(requestTo('+821012345678'));
  expect(delivery).toEqual({ result: 'accepted', providerMessageId: 'wamid.one', httpStatus: 200 });
  expect(server.requests[0]).toMatch(/^POST \/v25\.0\/1001\/messages HTTP\/1\.1\r\n/);
  expect(server.requests[0]).toMatch(/authorization: Bearer secret\r\n/);
  expect(JSON.parse(bodyOf(server.requests[0]))).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+821012345678',
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'ko' } },
    biz_opaque_callback_data: 'tok_1',
  });
});

test('a template held for quality assessment is accepted and marked as held', async () => {
  const messages = [{ id: 'wamid.one', message_status: 'held_for_quality_assessment' }];
  expect(await deliverTo(say(200, { ...ok, messages }))).toMatchObject({ result: 'accepted', held: true });
  const other = [{ id: 'wamid.one', message_status: 'a_word_of_next_year' }];
  expect(await deliverTo(say(200, { ...ok, messages: other }))).not.toHaveProperty('held');
});

test.each([
  [400, graphError(132001), { code: '132001', outcome: 'template.missing', retry: 'never' }],
  [401, graphError(190), { code: '190', outcome: 'account', retry: 'park' }],
  [500, graphError(131000), { code: '131000', outcome: 'unavailable', retry: 'transient' }],
  [400, graphError('130429'), { code: '130429', outcome: 'limit.sender', retry: 'rate' }],
  [503, graphError(987654), { code: '987654', outcome: 'unavailable', retry: 'transient' }],
  [400, graphError(987654), { code: '987654', outcome: 'invalid', retry: 'never' }],
  [
    400,
    graphError(987654, { is_transient: true }),
    { code: '987654', outcome: 'unavailable', retry: 'transient' },
  ],
  [200, graphError(131008), { code: '131008', outcome: 'invalid', retry: 'never' }],
])('HTTP %i with a Graph error is refused by its code', async (status, body, failure) => {
  expect(await deliverTo(say(status, body))).toEqual({ result: 'refused', failure, httpStatus: status });
});

test('131049 ends as the US pause for a US number only', async () => {
  const us = await deliverTo(say(400, graphError(131049)), '+14155550123');
  expect(us).toMatchObject({ failure: { outcome: 'limit.us', retry: 'never' } });
  const canada = await deliverTo(say(400, graphError(131049)), '+14165550123');
  expect(canada).toMatchObject({ failure: { outcome: 'limit.user', retry: 'never' } });
});

test('Retry-After is honoured in seconds and as a date', async () => {
  const seconds = await deliverTo(say(429, graphError(130429), { 'retry-after': '7' }));
  expect(seconds).toMatchObject({ failure: { retry: 'rate', retryAfterMs: 7_000 } });
  const past = new Date(0).toUTCString();
  const date = await deliverTo(say(429, graphError(130429), { 'retry-after': past }));
  expect(date).toMatchObject({ failure: { retryAfterMs: 0 } });
});

const halfJson = '{"messages":[{"id":"wam';
test.each<[string, Answer, object]>([
  ['a reset after the request was read', (socket) => void socket.resetAndDestroy(), {}],
  ['a close without an answer', (socket) => void socket.end(), {}],
  ['half a status line', (socket) => void socket.end('HTTP/1.1 20'), {}],
  ['something that is not HTTP', (socket) => void socket.end('SSH-2.0-OpenSSH\r\n'), {}],
  ['an HTML 502', say(502, '<html>Bad gateway</html>'), { reason: 'http_502', httpStatus: 502 }],
  ['an empty 503', say(503, ''), { reason: 'http_503', httpStatus: 503 }],
  ['a 504 with foreign JSON', say(504, { error: 'timeout' }), { httpStatus: 504 }],
  ['an error without a code', say(400, { error: { code: null } }), { httpStatus: 400 }],
  ['a 200 that is not JSON', say(200, halfJson), { reason: 'http_200', httpStatus: 200 }],
  ['a 200 without a message', say(200, { messages: [] }), { reason: 'http_200', httpStatus: 200 }],
  ['no headers in time', () => {}, { reason: 'headers_timeout' }],
  [
    'a body that breaks off',
    (socket) => void socket.end(`HTTP/1.1 200 X\r\ncontent-length: 900\r\n\r\n${halfJson}`),
    { httpStatus: 200 },
  ],
  [
    'a body that stops',
    (socket) => void socket.write(`HTTP/1.1 200 X\r\ncontent-length: 900\r\n\r\n${halfJson}`),
    { reason: 'body_timeout', httpStatus: 200 },
  ],
  [
    'a body that never ends',
    (socket) => {
      socket.write('HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n');
      const pour = setInterval(() => socket.write(`1000\r\n${'x'.repeat(4096)}\r\n`), 1);
      socket.on('close', () => clearInterval(pour));
    },
    { reason: 'body_too_large', httpStatus: 200 },
  ],
  [
    'a body that drips',
    (socket) => {
      socket.write('HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n');
      const drip = setInterval(() => socket.write('1\r\n \r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    },
    { reason: 'total_timeout', httpStatus: 200 },
  ],
])('%s leaves it unknown', async (_name, answer, expected) => {
  expect(await deliverTo(answer)).toMatchObject({ result: 'unknown', ...expected });
});

test('a redirect is not followed and leaves it unknown', async () => {
  const elsewhere = await startRawServer(say(200, ok));
  const delivery = await deliverTo(say(307, '', { location: `${elsewhere.url}/v25.0/1001/messages` }));
  expect(delivery).toEqual({ result: 'unknown', reason: 'http_307', httpStatus: 307 });
  expect(elsewhere.connections).toBe(0);
});

test('a connection reset before the request is read leaves it unknown', async () => {
  const server = await startRawServer(
    () => {},
    (socket) => void socket.once('readable', () => socket.resetAndDestroy()),
  );
  expect(await clientOf(server.url).deliver(requestTo('+821012345678'))).toMatchObject({ result: 'unknown' });
});

test('nothing is sent twice over a kept connection that the server closes on the second request', async () => {
  const server = await startRawServer((socket, _request, count) => {
    if (count === 1) socket.write(httpAnswer(200, ok));
    else socket.resetAndDestroy();
  });
  const dispatcher = new Agent({ connections: 1 });
  onTestFinished(() => dispatcher.close());
  const client = clientOf(server.url, undefined, { dispatcher });
  expect(await client.deliver(requestTo('+821012345678'))).toMatchObject({ result: 'accepted' });
  expect(await client.deliver(requestTo('+821012345678'))).toMatchObject({ result: 'unknown' });
  expect([server.requests.length, server.connections]).toEqual([2, 1]);
});

test('a kept connection that the server has closed is replaced, and the message goes out once', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const server = await startRawServer((socket, _request, count) => {
    socket.write(httpAnswer(200, ok));
    if (count === 1) closed = new Promise((resolve) => socket.on('close', resolve).end());
  });
  const client = clientOf(server.url);
  await client.deliver(requestTo('+821012345678'));
  await closed;
  expect(await client.deliver(requestTo('+821012345678'))).toMatchObject({ result: 'accepted' });
  expect(server.requests.length).toBe(2);
});

test('a refused port is proved not sent', async () => {
  const client = clientOf(`http://127.0.0.1:${await freePort()}`);
  expect(await client.deliver(requestTo('+821012345678'))).toEqual({
    result: 'not-sent',
    reason: 'ECONNREFUSED',
  });
});

test('a name that does not resolve is proved not sent', async () => {
  const delivery = await clientOf('http://no-such-host.invalid').deliver(requestTo('+821012345678'));
  expect(delivery.result).toBe('not-sent');
});

test('a failed TLS handshake is proved not sent', async () => {
  const server = await startRawServer(
    () => {},
    (socket) => void socket.end('HTTP/1.1 400 X\r\n\r\n'),
  );
  const delivery = await clientOf(`https://127.0.0.1:${server.port}`).deliver(requestTo('+821012345678'));
  expect(delivery.result).toBe('not-sent');
});

test('a handshake that never ends is proved not sent', async () => {
  const server = await startRawServer(() => {});
  const client = clientOf(`https://127.0.0.1:${server.port}`, undefined, {
    limits: { ...limits, totalTimeoutMs: 5_000 },
  });
  const delivery = await client.deliver(requestTo('+821012345678'));
  expect(delivery).toEqual({ result: 'not-sent', reason: 'UND_ERR_CONNECT_TIMEOUT' });
});

test('an abort before the request is proved not sent, during it unknown', async () => {
  const early = await startRawServer(say(200, ok));
  const before = await clientOf(early.url).deliver(requestTo('+821012345678', AbortSignal.abort()));
  expect(before).toEqual({ result: 'not-sent', reason: 'aborted' });
  const abort = new AbortController();
  const late = await startRawServer(() => abort.abort());
  const during = await clientOf(late.url).deliver(requestTo('+821012345678', abort.signal));
  expect(during).toEqual({ result: 'unknown', reason: 'aborted' });
  expect(early.requests).toEqual([]);
});

test('a missing access token is proved not sent and does not reject', async () => {
  const server = await startRawServer(say(200, ok));
  const client = clientOf(server.url, () => {
    throw new RangeError('no token');
  });
  expect(await client.deliver(requestTo('+821012345678'))).toEqual({
    result: 'not-sent',
    reason: 'RangeError',
  });
});

test('a message that Meta would refuse for its form is refused without asking', async () => {
  const server = await startRawServer(say(200, ok));
  const delivery = await clientOf(server.url).deliver(requestTo('010-1234'));
  const failure = { code: 'phone-not-e164', outcome: 'invalid', retry: 'never' };
  expect(delivery).toEqual({ result: 'refused', failure, httpStatus: 0 });
  expect(server.connections).toBe(0);
});
