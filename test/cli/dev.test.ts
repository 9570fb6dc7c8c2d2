// `jornada dev` as a designer has it open all day: journeys go live as they are saved, and nothing is left behind.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { createStore } from '../../src/store/store.ts';
import { type CliProcess, startCli } from '../support/cli-process.ts';
import { runCli } from '../support/run-cli.ts';
import { shareTemporal } from '../support/share-temporal.ts';

let folder: string;
let project: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jornada-dev-'));
  // PostgreSQL's own user has to get in when the tests run as root.
  chmodSync(folder, 0o711);
  project = join(folder, 'shop');
  const { code, stderr } = await runCli(['init', project]);
  expect(code, stderr).toBe(0);
  await shareTemporal(project);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a project under `jornada dev`', { timeout: 60_000 }, () => {
  let dev: CliProcess;
  let url: string;
  const journey = () => join(project, 'journeys/cart-recovery-en.json');
  const cli = (...args: string[]) => runCli([...args, '--url', url, '--api-key', readKey(project)]);

  beforeAll(async () => {
    dev = startCli(['dev', project, '--port', '0', '--json', '--lang', 'en']);
    const printed = await dev.until(/^\}$/);
    url = /"url": "(\S+)"/.exec(printed)?.[1] ?? '';
    expect(printed).toContain('cart-recovery-en.json: cart-recovery-en version 1');
  }, 60_000);

  test('is published again when a journey is saved, and a journey with errors leaves the version before', async () => {
    const source = readFileSync(journey(), 'utf8');
    const changed = source.replace('"for": "P1D"', '"for": "P2D"');
    writeFileSync(journey(), changed);
    await dev.until(/cart-recovery-en version 2/);
    writeFileSync(journey(), source.replace('"next": "mail"', '"next": "mial"'));
    const told = await dev.until(/J303/);
    expect(told).toMatch(/cart-recovery-en\.json: not published\n +74:15 J303 .*"mial"/);
    writeFileSync(join(project, 'journeys/other.json'), '{');
    await dev.until(/other\.json: not published/);
    rmSync(join(project, 'journeys/other.json'));
    writeFileSync(journey(), changed);
    const mended = await dev.until(/cart-recovery-en version 2/, 2);
    expect(mended.match(/J303/g)).toHaveLength(1);
    const again = await cli('publish', journey());
    expect(again.stdout).toContain('nothing to publish, version 2');
  });

  test('prints first of all a link that lets a browser in to the canvas', async () => {
    const printed = await dev.until(/^\}$/);
    const link = /^\{\n {2}"canvas": "(\S+)"/m.exec(printed)?.[1] ?? '';
    const opened = await fetch(link, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    const [cookie = ''] = opened.headers.getSetCookie();
    const session = await fetch(`${url}/v1/session`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(await session.json()).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      phonesUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
    });
  });

  test("knows the project's templates, and what becomes of them", async () => {
    const { databaseUrl } = JSON.parse(readFileSync(join(project, '.jornada/dev.json'), 'utf8'));
    const store = createStore({ url: databaseUrl });
    const templates = () =>
      store.selectFrom('template').select(['name', 'status']).where('language', '=', 'en').execute();
    expect(await templates()).toContainEqual({ name: 'cart_reminder', status: 'APPROVED' });
    // Listed by the emulated Meta, so that journeys are checked against them and phones show their words.
    const { templates: listed } = await createClient({ url, apiKey: readKey(project) }).surroundings();
    const words = listed?.find(({ name }) => name === 'cart_reminder')?.components?.map(({ type }) => type);
    expect(words).toEqual(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);
    const file = join(project, 'journeys/templates.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('APPROVED', 'PAUSED'));
    await expect.poll(templates).toContainEqual({ name: 'cart_reminder', status: 'PAUSED' });
    writeFileSync(file, '[');
    await dev.until(/templates\.json is no readable JSON file/);
    await store.destroy();
  });

  test('runs the code that is there now, also of journeys in folders below', async () => {
    const node = (outcome: string) => `import { defineNode, z } from 'jornada/node';
      export const greet = defineNode({
        type: 'shop.greet', version: 1, title: { en: 'Greet', ko: '인사' }, idempotent: true,
        config: z.strictObject({}), outcomes: ['${outcome}'], run: async () => ({ outcome: '${outcome}' }),
      });`;
    const file = join(project, 'nodes/greet.ts');
    writeFileSync(file, node('waved'));
    writeFileSync(
      join(project, 'jornada.config.ts'),
      `import { defineConfig } from 'jornada/node';
       import { greet } from './nodes/greet.ts';
       export default defineConfig({ nodes: [greet] });`,
    );
    await dev.until(/The code has changed/);
    mkdirSync(join(project, 'journeys/spring'));
    const greeting = {
      entry: { on: { api: true } },
      start: 'greet',
      nodes: { greet: { type: 'shop.greet' } },
    };
    const source = JSON.stringify({ id: 'greeting', name: 'Greeting', ...greeting });
    writeFileSync(join(project, 'journeys/spring/greeting.json'), source);
    await dev.until(/spring\/greeting\.json: greeting version 1/);
    expect(await outcomeOf('first')).toBe('waved');
    writeFileSync(file, node('bowed'));
    await dev.until(/The code has changed/, 2);
    expect(await outcomeOf('second')).toBe('bowed');
    writeFileSync(file, 'export const greet = ');
    await dev.until(/jornada\.config\.ts can't be loaded/);
    expect(await outcomeOf('third')).toBe('bowed');
    writeFileSync(file, node('bowed'));
    await dev.until(/The code has changed/, 3);
  });

  /** Of a run by API of somebody new. */
  async function outcomeOf(externalId: string): Promise<string | null> {
    const api = createClient({ url, apiKey: readKey(project) });
    await api.savePerson({ externalId });
    const { run } = await api.start('greeting', { person: externalId });
    const outcome = async () => (await api.run(run)).outcome;
    await expect.poll(outcome, { timeout: 20_000 }).not.toBeNull();
    return outcome();
  }

  test('is looked after by the other commands, and healthy', async () => {
    const listed = await cli('runs');
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringContaining('greeting')]);
    const looked = await cli('doctor');
    expect([looked.code, looked.stderr]).toEqual([0, '']);
  });

  test('belongs to one process at a time', async () => {
    const second = await runCli(['dev', project, '--port', '0', '--lang', 'ko']);
    expect([second.code, second.stderr]).toEqual([3, expect.stringContaining('사용 중입니다')]);
  });

  test('ends cleanly on Ctrl-C', async () => {
    expect(await dev.interrupt()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect(existsSync(join(project, '.jornada/dev.json'))).toBe(false);
  });
});

test('a port that is none is a wrong use', async () => {
  const { code, stderr } = await runCli(['dev', join(folder, 'empty'), '--port', 'abc']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('from 0 to 65535')]);
});

// The engine's code is loaded before the port is looked at, which takes long on a busy machine.
test('a port that somebody has is told before anything is started', { timeout: 60_000 }, async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(Number(Object(server.address()).port)));
  });
  const empty = join(folder, 'empty');
  const { code, stderr } = await runCli(['dev', empty, '--port', String(port)]);
  server.close();
  expect([code, stderr]).toEqual([3, expect.stringContaining(`Port ${port} of 127.0.0.1`)]);
  expect(existsSync(join(empty, '.jornada'))).toBe(false);
});

function readKey(of: string): string {
  return readFileSync(join(of, '.jornada/api-key'), 'utf8').trim();
}
