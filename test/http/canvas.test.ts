import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { createHttpWorld, type HttpWorld, toWebhook } from './world.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let folder: string;
let world: HttpWorld;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jornada-canvas-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><b>canvas</b>');
  writeFileSync(join(folder, 'assets/main-4f2a.js'), 'export {};');
  writeFileSync(join(folder, 'assets/.hidden'), 'no');
  world = await createHttpWorld(undefined, {
    ...{ canvasFolder: folder, phonesUrl: 'http://127.0.0.1:4000/', requestsPerMinute: 100 },
    listensOn: '127.0.0.1',
    publicUrl: 'https://jornada.example',
  });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = html) => world.app.inject({ url, headers });

function toDirectives(policy: unknown): Record<string, string> {
  return Object.fromEntries(
    String(policy)
      .split('; ')
      .map((part) => part.split(/ (.*)/s).slice(0, 2)),
  );
}

describe('the page', () => {
  test('is answered at every address of the canvas, and is never kept', async () => {
    for (const url of [
      '/',
      '/journeys/spring-sale',
      '/journeys/a/runs/run_1?step=2',
      '/v1ews',
      '//',
      '//[',
    ]) {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect([answer.headers['cache-control'], answer.body]).toEqual([
        'no-store',
        expect.stringContaining('<b>canvas</b>'),
      ]);
    }
    expect((await get('/', {})).statusCode).toBe(200);
    expect((await world.app.inject({ method: 'HEAD', url: '/', headers: html })).statusCode).toBe(200);
  });

  test('is not what a program gets that asks for something else', async () => {
    for (const [url, headers] of [
      ['/v1/no-such', html],
      ['/v1', html],
      ['/webhooks/no-such', html],
      ['/assets/no-such.js', html],
      ['/journeys/spring-sale', { accept: 'application/json' }],
      ['/favicon.ico', {}],
    ] as const) {
      const answer = await get(url, headers);
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 404, 'ROUTE_UNKNOWN']);
    }
  });

  test('runs only what comes from here, with a nonce of its own in each answer', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(second.body).not.toContain(nonce);
    expect(toDirectives(first.headers['content-security-policy'])).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'worker-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'frame-src': 'http://127.0.0.1:4000',
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
  });

  test('is one that says what to do where the canvas is not built', async () => {
    for (const canvasFolder of [undefined, join(folder, 'none')]) {
      const bare = await createHttpWorld(undefined, { canvasFolder });
      const answer = await bare.app.inject({ url: '/', headers: html });
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([503, 'no-store']);
      expect(answer.body).toMatch(/npm run build/);
      expect(answer.body).toMatch(/lang="ko"><h1>.*[가-힣]/);
      const asset = await bare.app.inject({ url: '/assets/main.js' });
      expect(asset.statusCode).toBe(404);
      await bare.stop();
    }
  });
});

describe('files with a hash in their names', () => {
  test('are kept for a year, and a worker among them goes by the same policy', async () => {
    const answer = await get('/assets/main-4f2a.js', {});
    expect([answer.statusCode, answer.body]).toEqual([200, 'export {};']);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(toDirectives(answer.headers['content-security-policy'])).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'style-src': "'self'",
    });
  });

  test('are the only ones: nothing hidden, nothing above, no list', async () => {
    for (const url of ['/assets/.hidden', '/assets/../index.html', '/assets/%2e%2e/index.html', '/assets/']) {
      expect((await get(url, {})).statusCode).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('every answer', () => {
  test('is neither guessed at, framed nor told to others', async () => {
    const answers = await Promise.all([
      ...['/', '/assets/main-4f2a.js', '/open', '/v1/journeys', '/health', '/no-such'].map((url) => get(url)),
      world.app.inject(toWebhook({ object: 'whatsapp_business_account', entry: [] })),
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
    }
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 410, 401, 200, 200, 200]);
  });

  test('promises https where that is how browsers come', async () => {
    const { opened, cookie } = await signIn(world);
    expect(opened.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    expect(cookie).toMatchObject({ secure: true });
    const local = await createHttpWorld();
    expect((await local.app.inject({ url: '/health' })).headers).not.toHaveProperty(
      'strict-transport-security',
    );
    await local.stop();
  });
});

describe('a server that listens on loopback alone', () => {
  test('is called by the names of loopback and its public one, by nobody else', async () => {
    const ask = async (host: string, url = '/v1/journeys') => (await get(url, { ...html, host })).statusCode;
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'jornada.example']) {
      expect([host, await ask(host)]).toEqual([host, 401]);
    }
    for (const host of ['evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', 'a b']) {
      expect([host, await ask(host)]).toEqual([host, 421]);
    }
    for (const url of ['/', '/assets/main-4f2a.js', '/open?code=x']) {
      expect([url, await ask('evil.example:3000', url)]).toEqual([url, 421]);
    }
    const refused = await get('/v1/journeys', { host: 'evil.example', 'accept-language': 'ko' });
    expect(refused.json()).toMatchObject({ code: 'HOST_UNKNOWN', title: expect.stringMatching(/[가-힣]/) });
  });

  test('hears webhooks and health checks by any name: a tunnel has its own, and Meta signs', async () => {
    const webhook = toWebhook({ object: 'whatsapp_business_account', entry: [] });
    const headers = { ...webhook.headers, host: 'tunnel.example' };
    expect((await world.app.inject({ ...webhook, headers })).statusCode).toBe(200);
    expect((await get('/health', { host: 'tunnel.example' })).statusCode).toBe(200);
  });

  test('takes any name where it listens on other addresses too', async () => {
    const open = await createHttpWorld(undefined, { listensOn: '0.0.0.0' });
    const answer = await open.app.inject({ url: '/v1/journeys', headers: { host: 'jornada.internal' } });
    expect(answer.statusCode).toBe(401);
    await open.stop();
  });
});

describe('one address', () => {
  test('asks the API as often as configured in a minute, and webhooks as often as it likes', async () => {
    const limited = await createHttpWorld(undefined, { requestsPerMinute: 3 });
    const ask = (remoteAddress: string) => limited.app.inject({ url: '/v1/journeys', remoteAddress });
    const codes = [];
    for (let asked = 0; asked < 4; asked += 1) codes.push((await ask('192.0.2.1')).statusCode);
    expect(codes).toEqual([401, 401, 401, 429]);
    const refused = await ask('192.0.2.1');
    expect(refused.json()).toMatchObject({ code: 'RATE_LIMITED', perMinute: 3, hint: expect.any(String) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('192.0.2.2')).statusCode).toBe(401);
    const webhook = toWebhook({ object: 'whatsapp_business_account', entry: [] });
    for (let sent = 0; sent < 6; sent += 1) {
      const answer = await limited.app.inject({ ...webhook, remoteAddress: '192.0.2.1' });
      expect(answer.statusCode).toBe(200);
    }
    await limited.stop();
  });

  test('guesses at no more than a few links in a minute', async () => {
    const codes = new Set<number>();
    for (let guess = 0; guess < 121; guess += 1) {
      const url = `/open?code=${guess}`;
      codes.add((await world.app.inject({ url, remoteAddress: '192.0.2.3' })).statusCode);
    }
    expect([...codes]).toEqual([410, 429]);
  });
});
