import { expect, onTestFinished, test } from 'vitest';
import { createHttp } from '../../../activities/channels/http.ts';
import { bodyOf, freePort, httpAnswer, startRawServer } from './raw-server.ts';

function httpOf() {
  const http = createHttp({ maxBodyBytes: 1_000 });
  onTestFinished(() => http.close());
  return http.request;
}

test('a node gets status and body, and its own headers and body arrive', async () => {
  const server = await startRawServer((socket) => void socket.write(httpAnswer(409, 'taken')));
  const answer = await httpOf()({
    method: 'PUT',
    url: `${server.url}/a?b=1`,
    headers: { 'x-key': 'k' },
    body: '{}',
    timeoutMs: 1_000,
  });
  expect(answer).toEqual({ status: 409, body: 'taken' });
  expect(server.requests[0]).toMatch(/^PUT \/a\?b=1 HTTP\/1\.1\r\n[\s\S]*x-key: k\r\n/);
  expect(bodyOf(server.requests[0])).toBe('{}');
});

test('a redirect is an answer, not followed', async () => {
  const server = await startRawServer(
    (socket) => void socket.write(httpAnswer(302, '', { location: '/elsewhere' })),
  );
  expect(await httpOf()({ method: 'GET', url: server.url, timeoutMs: 1_000 })).toMatchObject({ status: 302 });
  expect(server.requests.length).toBe(1);
});

test('silence past the time-out, a reset and too much body are no answer', async () => {
  const silent = await startRawServer(() => {});
  await expect(httpOf()({ method: 'GET', url: silent.url, timeoutMs: 500 })).rejects.toMatchObject({
    code: 'HTTP_NO_ANSWER',
    retryable: true,
  });
  const rude = await startRawServer((socket) => void socket.resetAndDestroy());
  await expect(httpOf()({ method: 'POST', url: rude.url, timeoutMs: 500 })).rejects.toMatchObject({
    code: 'HTTP_NO_ANSWER',
  });
  const large = await startRawServer((socket) => void socket.write(httpAnswer(200, 'x'.repeat(1_001))));
  await expect(httpOf()({ method: 'GET', url: large.url, timeoutMs: 500 })).rejects.toMatchObject({
    code: 'HTTP_NO_ANSWER',
    retryable: false,
  });
});

test('a refused port is proved not sent, and a bad address is not tried again', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  await expect(httpOf()({ method: 'GET', url, timeoutMs: 500 })).rejects.toMatchObject({
    code: 'HTTP_NOT_SENT',
    retryable: true,
  });
  for (const bad of ['file:///etc/hosts', 'nonsense']) {
    await expect(httpOf()({ method: 'GET', url: bad, timeoutMs: 500 })).rejects.toMatchObject({
      code: 'HTTP_URL',
      retryable: false,
    });
  }
});
