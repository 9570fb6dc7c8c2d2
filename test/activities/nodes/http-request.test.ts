// `http.request` against a real server: what is asked, what its answers come to, what is no answer at all.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHttp } from '../../../activities/channels/http.ts';
import { httpRequest } from '../../../activities/nodes/http-request.ts';
import type { RunContext } from '../../../src/node-kit/index.ts';

interface Asked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const http = createHttp();
const asked: Asked[] = [];
let status = 200;
const server = createServer(async (request, response) => {
  const { method, url: path, headers } = request;
  asked.push({ method, path, headers, body: await text(request) });
  response.writeHead(status).end();
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
beforeEach(() => void asked.splice(0));
afterAll(async () => {
  await http.close();
  server.close();
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

function run(with_: object, key = 'run/node/1') {
  const config = httpRequest.config.parse(with_);
  if (httpRequest.kind !== 'plain') throw new TypeError('http.request is a plain node.');
  const context = {
    config,
    http: http.request,
    idempotencyKey: key,
    render: (source: string) => source.replace('{{ secrets.TOKEN }}', 'open-sesame'),
  };
  return httpRequest.run(context as unknown as RunContext<never>);
}

describe('http.request', () => {
  test('posts the body with the same idempotency key at every try', async () => {
    expect(await run({ url: url(), body: 'hello', headers: { 'x-shop': 'spring' } })).toEqual({
      outcome: 'ok',
    });
    await run({ url: url(), body: 'hello' });
    expect(asked[0]).toMatchObject({ method: 'POST', body: 'hello', headers: { 'x-shop': 'spring' } });
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['run/node/1', 'run/node/1']);
  });

  test('sends secrets where they are named: in the URL, the headers and the body', async () => {
    const token = '{{ secrets.TOKEN }}';
    await run({
      url: `${url()}hook?key=${token}`,
      headers: { authorization: `Bearer ${token}` },
      body: token,
    });
    expect(asked[0]).toMatchObject({
      path: '/hook?key=open-sesame',
      headers: { authorization: 'Bearer open-sesame' },
      body: 'open-sesame',
    });
  });

  test.each([204, 299])('%d is ok', async (answered) => {
    status = answered;
    expect(await run({ url: url(), method: 'GET' })).toEqual({ outcome: 'ok' });
  });

  test.each([302, 404, 503])('%d has failed, and is said', async (answered) => {
    status = answered;
    expect(await run({ url: url() })).toEqual({ outcome: 'failed', code: `http_${answered}` });
  });

  test('no answer is an error that the engine tries again', async () => {
    await expect(run({ url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({
      name: 'NodeError',
      retryable: true,
    });
  });

  test.each([
    'ftp://example.com',
    'nowhere',
    'https://',
    'https://{{event.host}}/',
    'https://api.example.com{{event.rest}}',
    'https://{{event.user}}@example.com/',
  ])('%s is no address for it', (address) => {
    expect(httpRequest.config.safeParse({ url: address }).success).toBe(false);
  });
});
