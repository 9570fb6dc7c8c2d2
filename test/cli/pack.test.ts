// What `npm pack` packs, installed into an empty folder far from the checkout, where a user works with it.

import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCli } from '../support/cli-process.ts';
import { projectRoot, runTool } from '../support/run-tool.ts';
import { shareTemporal } from '../support/share-temporal.ts';

/** Building, packing and installing on two busy cores. */
const installMs = 240_000;

const run = promisify(execFile);

/** What npm said to this process is about this checkout. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(package|lifecycle|command|execpath|config_(local_)?prefix)|VITEST|NODE_ENV|INIT_CWD)/.test(
        name,
      ),
  ),
);

describe('the packed package', { timeout: 60_000 }, () => {
  let folder: string;
  let app: string;
  const npx = (...args: string[]) => run('npx', ['jornada', ...args], { cwd: app, env });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-pack-'));
    // PostgreSQL's own user has to get in when the tests run as root.
    await chmod(folder, 0o711);
    app = path.join(folder, 'app');
    await mkdir(app);
    await run('npm', ['pack', '--pack-destination', folder], { cwd: projectRoot, env });
    const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', path.join(folder, tarball), ...quiet], { cwd: app, env });
    await npx('init');
  }, installMs);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('validates and tests the journey that it brought', async () => {
    const { stdout: report } = await npx('validate', 'journeys');
    expect(report).toMatch(/^ok journeys\/cart-recovery(-en)?\.json: /);
    const { stdout: tests } = await npx('test', '--json');
    expect(JSON.parse(tests)).toMatchObject({ ok: true, failed: 0 });
  });

  it('gives a node file types that refuse an undeclared outcome', async () => {
    await writeFile(
      path.join(app, 'nodes/wrong.ts'),
      `import { defineNode, z } from 'jornada/node';
export const wrong = defineNode({
  type: 'a.b',
  version: 1,
  title: { en: 'A', ko: '가' },
  idempotent: true,
  config: z.strictObject({}),
  outcomes: ['told'],
  // @ts-expect-error "busy" is not declared.
  run: async () => ({ outcome: 'busy' }),
});
`,
    );
    const { code, output } = await runTool('typescript/bin/tsc', ['-p', '.'], app);
    expect([code, output]).toEqual([0, '']);
  });

  it('brings up the real engine with the node of its own, until it is interrupted', async () => {
    await shareTemporal(app);
    const bin = path.join(app, 'node_modules/.bin/jornada');
    const dev = startCli(['dev', '--port', '0', '--lang', 'en'], { cwd: app, env, command: [bin] });
    const printed = await dev.until(/^Temporal UI /);
    const url = /^API +(http\S+)/m.exec(printed)?.[1];
    const health = await fetch(`${url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'alive' }]);
    const key = /^API key +(\S+)/m.exec(printed)?.[1];
    const published = await fetch(`${url}/v1/journeys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(ownJourney),
    });
    expect(published.status).toBe(201);
    expect(await dev.interrupt()).toBe(0);
  });
});

const ownJourney = {
  id: 'own',
  name: 'Own',
  entry: { on: { api: true } },
  start: 'tell',
  nodes: {
    tell: {
      type: 'partner.notify',
      with: { url: 'https://partner.example', note: 'x' },
      next: { told: 'end', busy: 'end' },
    },
    end: { type: 'exit', with: { as: 'done' } },
  },
};
