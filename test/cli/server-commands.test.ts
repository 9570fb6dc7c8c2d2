import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { projectRoot } from '../support/run-tool.ts';
import { startWorld, type World } from '../support/world.ts';

// Several processes each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let folder: string;
let file: string;

beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(join(tmpdir(), 'jornada-cli-'));
  file = join(folder, 'spring-sale.json');
  const gallery = fileURLToPath(new URL('../../src/gallery/spring-sale.json', import.meta.url));
  writeFileSync(file, readFileSync(gallery));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.stop();
});

const runIn = (cwd: string, ...args: string[]) => {
  const { JORNADA_API_KEY = '' } = world.local.environment;
  const env = { JORNADA_URL: world.local.server.url, JORNADA_API_KEY };
  return runCli(args, { env, cwd });
};
const run = (...args: string[]) => runIn(projectRoot, ...args);

test('publish says what changes, gives the next version, and nothing where the meaning is the same', async () => {
  const dry = await run('publish', file, '--dry-run');
  expect([dry.code, dry.stderr]).toEqual([0, '']);
  expect(dry.stdout).toContain('would be published as version 1');
  expect((await run('publish', file)).stdout).toContain('published as version 1');
  const changed = JSON.parse(readFileSync(file, 'utf8'));
  changed.nodes.think.with.within = 'P2D';
  writeFileSync(file, JSON.stringify(changed));
  const second = JSON.parse((await run('publish', file, '--json')).stdout);
  expect(second).toMatchObject({ id: 'spring-sale', version: 2, previous: 1, created: true });
  expect(second.changes).toHaveLength(1);
  expect((await run('publish', file, '--lang', 'ko')).stdout).toContain('게시할 것이 없습니다');
});

test('diff compares published versions and files, and a folder of that name is none', async () => {
  const versions = await run('diff', 'spring-sale@1', 'spring-sale@2', '--lang', 'en');
  expect([versions.code, versions.stderr]).toEqual([1, '']);
  expect(versions.stdout).toMatch(/~ .*think.*P1D.*P2D/);
  expect((await run('diff', 'spring-sale', file)).code).toBe(0);
  expect((await run('diff', file, 'spring-sale@1')).code).toBe(1);
  mkdirSync(join(folder, 'spring-sale'));
  const beside = await runIn(folder, 'diff', 'spring-sale', file);
  expect([beside.code, beside.stderr]).toEqual([0, '']);
  const unknown = await run('diff', 'spring-sale@9', file, '--lang', 'ko');
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('게시된 여정도 없습니다')]);
});

test('a run is started, listed and explained, with what it waits for', async () => {
  const guest = await world.person({ timeZone: 'Europe/London', script: { do: 'read' } });
  const event = JSON.stringify({ cartId: 'c1', total: 45_000 });
  const started = await run('start', 'spring-sale', '--person', guest.externalId, '--event', event, '--json');
  expect(started.code).toBe(0);
  const { run: id } = JSON.parse(started.stdout);
  await world.settled(guest);
  const listed = await run('runs', '--person', guest.externalId, '--state', 'running');
  expect(listed.stdout).toContain(id);
  const explained = await run('explain', guest.externalId);
  expect(explained.stdout).toContain('offer → delivered');
  expect(explained.stdout).toContain('evidence: read');
  expect(explained.stdout).toMatch(/… think: waits for order\.placed, or time until \d{4}-/);
  expect((await run('explain', id, '--lang', 'ko')).stdout).toContain(
    'order.placed 이벤트나 시간을 기다립니다',
  );
});

test('what the server refuses is a finding, and a server that is away is told apart', async () => {
  const nobody = await run('start', 'spring-sale', '--person', 'nobody');
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('PERSON_UNKNOWN')]);
  const garbled = await run('start', 'spring-sale', '--person', 'x', '--event', '[1]');
  expect([garbled.code, garbled.stderr]).toEqual([2, expect.stringContaining('--event')]);
  const away = await run('runs', '--url', 'http://127.0.0.1:1', '--lang', 'ko');
  expect([away.code, away.stderr]).toEqual([3, expect.stringContaining('응답하지 않습니다')]);
});

test('a person of the store is simulated as they are', async () => {
  const guest = await world.person({ rehearsed: false });
  const event = JSON.stringify({ cartId: 'c2', total: 45_000 });
  const simulated = ['simulate', file, '--seed', '1', '--event', event, '--json'];
  const known = await run(...simulated, '--person', guest.externalId);
  expect(known.code).toBe(0);
  expect(JSON.parse(known.stdout)).toMatchObject({ ok: true, entered: true });
  expect(known.stdout).toContain('Haneul');
  const nobody = await run(...simulated, '--person', 'nobody');
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('nobody')]);
});

describe('open', () => {
  test('makes a link that lets a browser in: alone for scripts, with a word for people', async () => {
    const bare = await run('open', '--print');
    expect([bare.code, bare.stderr]).toEqual([0, '']);
    const link = bare.stdout.trim();
    expect(link).toMatch(new RegExp(`^${world.local.server.url}/open\\?code=[\\w-]{43}$`));
    const opened = await fetch(link, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    const told = await run('open', '--lang', 'ko');
    expect(told.stdout).toMatch(/^10분 안에 .*\nhttp:/);
    const json = JSON.parse((await run('open', '--json')).stdout);
    expect(Object.keys(json)).toEqual(['url', 'expiresAt']);
  });

  test('gives the link also where no browser can be opened', async () => {
    const { url, apiKey } = { url: world.local.server.url, apiKey: world.local.config.http.apiKey ?? '' };
    const args = ['open', '--browser', '--url', url, '--api-key', apiKey, '--lang', 'en'];
    // Nothing is found in this folder.
    const { code, stdout, stderr } = await runCli(args, { env: { PATH: folder } });
    expect([code, stdout]).toEqual([3, expect.stringContaining(`${url}/open?code=`)]);
    expect(stderr).toContain('No browser could be opened here');
  });
});
