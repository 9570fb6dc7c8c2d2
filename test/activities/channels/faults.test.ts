// Bad days of a provider: each is classed by what it proves, and nothing is sent again by the client itself.

import { Agent } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { accepted, clientOf, guest, limits, requestTo, say } from './cloud-client.ts';
import { refusals, unknownFaults } from './faults.ts';
import { freePort, httpAnswer, startRawServer } from './raw-server.ts';

test.each(unknownFaults.map((fault) => [fault.name, fault] as const))(
  '%s leaves it unknown, and nobody asks again',
  async (_name, { answer, onConnect, expected }) => {
    const server = await startRawServer(answer, onConnect);
    expect(await clientOf(server.url).deliver(requestTo(guest))).toMatchObject(expected);
    expect(server.connections).toBe(1);
    expect(server.requests.length).toBeLessThanOrEqual(1);
  },
);

test.each(refusals.map((fault) => [fault.name, fault] as const))(
  '%s is a refusal: proved not sent',
  async (_name, { answer, expected }) => {
    const server = await startRawServer(answer);
    expect(await clientOf(server.url).deliver(requestTo(guest))).toMatchObject(expected);
  },
);

test('a redirect is not followed', async () => {
  const elsewhere = await startRawServer(say(200, accepted));
  const server = await startRawServer(say(307, '', { location: `${elsewhere.url}/v25.0/1001/messages` }));
  const delivery = await clientOf(server.url).deliver(requestTo(guest));
  expect(delivery).toMatchObject({ result: 'unknown', reason: 'http_307', httpStatus: 307 });
  expect(elsewhere.connections).toBe(0);
});

test('nothing is sent twice over a kept connection that the server closes on the second request', async () => {
  const server = await startRawServer((socket, _request, count) => {
    if (count === 1) socket.write(httpAnswer(200, accepted));
    else socket.resetAndDestroy();
  });
  const dispatcher = new Agent({ connections: 1 });
  onTestFinished(() => dispatcher.close());
  const client = clientOf(server.url, { dispatcher });
  expect(await client.deliver(requestTo(guest))).toMatchObject({ result: 'accepted' });
  expect(await client.deliver(requestTo(guest))).toMatchObject({ result: 'unknown' });
  expect([server.requests.length, server.connections]).toEqual([2, 1]);
});

test('a kept connection that the server has closed is replaced, and the message goes out once', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const server = await startRawServer((socket, _request, count) => {
    socket.write(httpAnswer(200, accepted));
    if (count === 1) closed = new Promise((resolve) => socket.on('close', resolve).end());
  });
  const client = clientOf(server.url);
  await client.deliver(requestTo(guest));
  await closed;
  expect(await client.deliver(requestTo(guest))).toMatchObject({ result: 'accepted' });
  expect(server.requests.length).toBe(2);
});

test('a refused port is proved not sent', async () => {
  const client = clientOf(`http://127.0.0.1:${await freePort()}`);
  expect(await client.deliver(requestTo(guest))).toMatchObject({
    result: 'not-sent',
    reason: 'ECONNREFUSED',
  });
});

test('a name that does not resolve is proved not sent', async () => {
  const delivery = await clientOf('http://no-such-host.invalid').deliver(requestTo(guest));
  expect(delivery.result).toBe('not-sent');
});

test('a failed TLS handshake is proved not sent', async () => {
  const server = await startRawServer(
    () => {},
    (socket) => void socket.end('HTTP/1.1 400 X\r\n\r\n'),
  );
  const delivery = await clientOf(`https://127.0.0.1:${server.port}`).deliver(requestTo(guest));
  expect(delivery.result).toBe('not-sent');
});

test('a handshake that never ends is proved not sent', async () => {
  const server = await startRawServer(() => {});
  const client = clientOf(`https://127.0.0.1:${server.port}`, {
    limits: { ...limits, totalTimeoutMs: 5_000 },
  });
  const delivery = await client.deliver(requestTo(guest));
  expect(delivery).toMatchObject({ result: 'not-sent', reason: 'UND_ERR_CONNECT_TIMEOUT' });
});

test('an abort before the request is proved not sent, during it unknown', async () => {
  const early = await startRawServer(say(200, accepted));
  const before = await clientOf(early.url).deliver(requestTo(guest, { signal: AbortSignal.abort() }));
  expect(before).toMatchObject({ result: 'not-sent', reason: 'aborted' });
  const abort = new AbortController();
  const late = await startRawServer(() => abort.abort());
  const during = await clientOf(late.url).deliver(requestTo(guest, { signal: abort.signal }));
  expect(during).toMatchObject({ result: 'unknown', reason: 'aborted' });
  expect(early.requests).toEqual([]);
});
