import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.ts';
import { forgetSessions } from '../../src/store/sessions.ts';
import { askForLink, signIn } from './browser.ts';
import { apiKey, createHttpWorld, type HttpWorld } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

let world: HttpWorld;
let nowMs = 0;

beforeAll(async () => {
  world = await createHttpWorld(undefined, {
    clock: { now: () => nowMs },
    version: '1.2.3',
    phonesUrl: 'http://127.0.0.1:4000/',
  });
});
afterAll(() => world.stop());
beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 28, 7);
});

describe('a link', () => {
  test('lets one browser in, once, and then leads to the canvas', async () => {
    const { path, status, expiresAt } = await askForLink(world);
    expect([status, Date.parse(expiresAt) - nowMs]).toEqual([201, 10 * minute]);
    const [first, second] = await Promise.all([world.app.inject(path), world.app.inject(path)]);
    expect([first?.statusCode, second?.statusCode].sort()).toEqual([303, 410]);
    const opened = first?.statusCode === 303 ? first : second;
    expect(opened?.headers['location']).toBe('/');
    expect(opened?.cookies).toMatchObject([
      { name: 'jornada_session', httpOnly: true, sameSite: 'Strict', path: '/' },
    ]);
    expect(opened?.cookies[0]).not.toHaveProperty('secure');
  });

  test('that is late, used or made up says in both languages how to get another', async () => {
    const { path } = await askForLink(world);
    nowMs += 10 * minute;
    for (const url of [path, '/open', '/open?code=guess', '/open?code=a&code=b']) {
      const answer = await world.app.inject({ url });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
      expect(answer.body).toContain('jornada -- open');
      expect(answer.body).toMatch(/lang="ko"><h1>.*[가-힣]/);
      expect(answer.cookies).toEqual([]);
    }
  });

  test('that was used brings a browser that is in to the canvas', async () => {
    const { path } = await askForLink(world);
    const [cookie] = (await world.app.inject({ url: path })).cookies;
    const again = await world.app.inject({ url: path, cookies: { jornada_session: cookie?.value ?? '' } });
    expect([again.statusCode, again.headers['location']]).toEqual([303, '/']);
  });

  test('is not used up by who only looks', async () => {
    const { path } = await askForLink(world);
    expect((await world.app.inject({ method: 'HEAD', url: path })).statusCode).not.toBe(303);
    expect((await world.app.inject({ url: path })).statusCode).toBe(303);
  });

  test('is made with a key alone, and on the address that was asked', async () => {
    const { ask, session } = await signIn(world);
    const headers = { 'x-csrf-token': session.csrfToken };
    const refused = await ask({ method: 'POST', url: '/v1/session-links', payload: {}, headers });
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'AUTH_KEY']);
    expect((await askForLink(world, { host: 'localhost:3999' })).origin).toBe('http://localhost:3999');
  });
});

describe('a session', () => {
  test('reads with its cookie alone, and knows what surrounds it', async () => {
    const { session, ask } = await signIn(world);
    expect(session).toEqual({
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: new Date(nowMs + 12 * hour).toISOString(),
      version: '1.2.3',
      phonesUrl: 'http://127.0.0.1:4000/',
      temporalUrl: 'http://ui.example',
      canSkip: false,
    });
    expect((await ask({ url: '/v1/journeys' })).statusCode).toBe(200);
  });

  test('changes something only with its own token, and from its own origin', async () => {
    const { session, ask } = await signIn(world);
    const other = await signIn(world);
    const save = async (headers: Record<string, string>) => {
      const payload = { externalId: 'csrf' };
      const answer = await ask({ method: 'POST', url: '/v1/people', payload, headers });
      return answer.statusCode >= 400 ? answer.json().code : answer.statusCode;
    };
    const own = { 'x-csrf-token': session.csrfToken };
    expect(await save({})).toBe('SESSION_FORGED');
    expect(await save({ 'x-csrf-token': '' })).toBe('SESSION_FORGED');
    expect(await save({ 'x-csrf-token': other.session.csrfToken })).toBe('SESSION_FORGED');
    expect(await save({ ...own, origin: 'http://localhost:81' })).toBe('SESSION_FORGED');
    expect(await save({ ...own, origin: 'null' })).toBe('SESSION_FORGED');
    const people = await world.store.selectFrom('person').select('id').execute();
    expect(people).toEqual([]);
    expect(await save(own)).toBe(201);
    expect(await save({ ...own, host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(200);
  });

  test('lasts twelve hours from its last use, and seven days at most', async () => {
    const { ask, cookie } = await signIn(world);
    expect(cookie?.maxAge).toBe((7 * 24 * hour) / 1_000);
    const start = nowMs;
    const use = async () => (await ask({ url: '/v1/session' })).json();
    nowMs = start + 11 * hour;
    expect(await use()).toMatchObject({ expiresAt: new Date(nowMs + 12 * hour).toISOString() });
    for (let day = 0; day < 13; day += 1) {
      nowMs += 12 * hour - 1;
      expect(await use()).toHaveProperty('csrfToken');
    }
    expect(await use()).toMatchObject({ expiresAt: new Date(start + 7 * 24 * hour).toISOString() });
    nowMs = start + 7 * 24 * hour;
    expect(await use()).toMatchObject({ code: 'SESSION_EXPIRED', status: 401 });
    const idle = await signIn(world);
    nowMs += 12 * hour;
    expect((await idle.ask({ url: '/v1/session' })).json().code).toBe('SESSION_EXPIRED');
  });

  test('ends when it is told to, and takes its cookie along', async () => {
    const { ask, session } = await signIn(world);
    const headers = { 'x-csrf-token': session.csrfToken };
    const ended = await ask({ method: 'DELETE', url: '/v1/session', headers });
    expect([ended.statusCode, ended.body, ended.cookies[0]?.value]).toEqual([204, '', '']);
    expect((await ask({ url: '/v1/journeys' })).json().code).toBe('SESSION_EXPIRED');
  });

  test('ends with the key that asked for it, and no link of that key opens one', async () => {
    const { id, key } = await createApiKey(world.store, 'leaver');
    const { path } = await askForLink(world, { 'x-api-key': key });
    const later = await askForLink(world, { 'x-api-key': key });
    const [cookie] = (await world.app.inject({ url: path })).cookies;
    const ask = () =>
      world.app.inject({ url: '/v1/session', cookies: { jornada_session: cookie?.value ?? '' } });
    expect((await ask()).statusCode).toBe(200);
    await world.store.updateTable('api_key').set({ revoked_at: new Date() }).where('id', '=', id).execute();
    expect((await ask()).json().code).toBe('SESSION_EXPIRED');
    expect((await world.app.inject({ url: later.path })).statusCode).toBe(410);
  });

  test('is nobody: without a cookie a key is asked for, and a key counts before a cookie', async () => {
    const { cookies } = await signIn(world);
    const ask = async (request: object) =>
      (await world.app.inject({ url: '/v1/session', ...request })).json();
    expect(await ask({})).toMatchObject({ code: 'AUTH_KEY' });
    expect(await ask({ cookies: { jornada_session: 'made-up' } })).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(await ask({ cookies, headers: { 'x-api-key': 'wrong' } })).toMatchObject({ code: 'AUTH_KEY' });
    expect(await ask({ headers: { 'x-api-key': apiKey } })).toMatchObject({ code: 'SESSION_EXPIRED' });
    const posted = await world.app.inject({
      ...{ method: 'POST', url: '/v1/people', payload: { externalId: 'by-key' }, cookies },
      headers: { authorization: `Bearer ${apiKey}`, origin: 'https://elsewhere.example' },
    });
    expect(posted.statusCode).toBe(201);
  });
});

test('neither a code nor a token is stored, and what has expired is forgotten', async () => {
  const { path } = await askForLink(world);
  const { cookie } = await signIn(world);
  const links = await world.store.selectFrom('session_link').selectAll().execute();
  const sessions = await world.store.selectFrom('session').selectAll().execute();
  const code = path.split('=')[1] ?? '';
  const stored = JSON.stringify([links, sessions]);
  for (const secret of [code, cookie?.value ?? '']) {
    expect(secret).toHaveLength(43);
    expect(stored).not.toContain(secret);
    expect(stored).toContain(createHash('sha256').update(secret).digest('hex'));
  }
  await forgetSessions(world.store, new Date(nowMs + 10 * minute));
  expect(await world.store.selectFrom('session_link').selectAll().execute()).toEqual([]);
  expect(await world.store.selectFrom('session').selectAll().execute()).not.toEqual([]);
  await forgetSessions(world.store, new Date(nowMs + 30 * 24 * hour));
  expect(await world.store.selectFrom('session').selectAll().execute()).toEqual([]);
});
