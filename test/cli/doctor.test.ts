import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilHeard } from '../support/ears.ts';
import { runCli } from '../support/run-cli.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({
    meta: {
      templates: [
        { name: 'sale', language: 'ko', status: 'APPROVED', category: 'MARKETING' },
        { name: 'old', language: 'ko', status: 'PAUSED', category: 'MARKETING' },
      ],
    },
  });
});

afterAll(() => world.stop());

const environment = (env: Record<string, string>) => ({
  ...world.local.environment,
  JORNADA_URL: world.local.server.url,
  ...env,
});
const doctor = (env: Record<string, string>, ...args: string[]) =>
  runCli(['doctor', ...args], { env: environment(env) });

interface Line {
  readonly id: string;
  readonly status: string;
}

test('all is well where everything answers, and a paused template is a warning', async () => {
  await untilHeard(world.local.store);
  const { code, stdout } = await doctor({}, '--json');
  const { ok, checks } = JSON.parse(stdout);
  expect([code, ok]).toEqual([0, true]);
  const statuses = Object.fromEntries(checks.map(({ id, status }: Line) => [id, status]));
  expect(statuses).toEqual({
    node: 'ok',
    postgres: 'ok',
    migrations: 'ok',
    temporal: 'ok',
    'search-attributes': 'ok',
    'time-skipping': 'ok',
    sender: 'ok',
    'sender-health': 'ok',
    'sender-clock': 'ok',
    token: 'ok',
    'api-version': 'ok',
    account: 'ok',
    'webhook-subscription': 'ok',
    templates: 'warn',
    webhook: 'ok',
    server: 'ok',
    'api-key': 'ok',
    ears: 'ok',
    clock: 'ok',
  });
});

test('secrets that journeys name are told where they are not set: published ones, and those of the folder', async () => {
  const node = (name: string) => ({
    type: 'http.request',
    with: { url: `https://example.org/{{ secrets.${name} }}/{{ secrets.SPARE | default: '-' }}` },
    next: 'end',
  });
  const journey = (id: string, name: string) =>
    JSON.stringify({
      ...{ id, name: id, entry: { on: { api: true } }, start: 'a' },
      nodes: { a: node(name), end: { type: 'exit' } },
    });
  await world.local.api.publish(journey('published', 'CRM_TOKEN'));
  const cwd = await mkdtemp(join(tmpdir(), 'jornada-doctor-'));
  await mkdir(join(cwd, 'journeys', 'spring'), { recursive: true });
  await writeFile(join(cwd, 'journeys', 'spring', 'local.json'), journey('local', 'SHOP_KEY'));
  const examine = async (env: Record<string, string>) =>
    (await runCli(['doctor'], { cwd, env: environment(env) })).stdout;
  const missing = await examine({});
  expect(missing).toMatch(/^warn secrets +not set here: SHOP_KEY \(local\), CRM_TOKEN \(published\)$/m);
  expect(missing).toContain('Set JORNADA_SECRET_SHOP_KEY, JORNADA_SECRET_CRM_TOKEN for the workers');
  const set = await examine({ JORNADA_SECRET_CRM_TOKEN: 'sesame', JORNADA_SECRET_SHOP_KEY: 'sesame' });
  expect(set).toMatch(/^ok +secrets +all 2 /m);
  expect(set).not.toContain('sesame');
  await rm(cwd, { recursive: true });
});

test('a key that the server does not take is a finding, here and in other commands', async () => {
  const wrong = await doctor({}, '--api-key', 'jk_wrong');
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(/^fail api-key /m);
  const { code, stderr } = await runCli(['runs', '--api-key', 'jk_wrong', '--lang', 'ko'], {
    env: { JORNADA_URL: world.local.server.url },
  });
  expect([code, stderr]).toEqual([1, expect.stringContaining('--api-key 또는 JORNADA_API_KEY')]);
});

test('a token that Meta refuses is a finding, with what to do, in both languages', async () => {
  const refused = await doctor({ WHATSAPP_ACCESS_TOKEN: 'not-the-token' }, '--lang', 'ko');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('코드 190');
  expect(refused.stdout).toContain('WHATSAPP_ACCESS_TOKEN');
  const foreign = await doctor({ WHATSAPP_ACCOUNT_ID: '1' });
  expect(foreign.stdout).toContain('whatsapp_business_management');
});

test('of several senders each is looked at by its name, and a wrong verify token is a finding', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'jornada-doctor-'));
  const [{ phoneNumberId, businessAccountId: accountId }] = world.local.meta.senders;
  const shop = { name: 'shop', phoneNumberId, accountId, accessToken: { env: 'WHATSAPP_ACCESS_TOKEN' } };
  const branch = { ...shop, name: 'branch', phoneNumberId: '9', accessToken: { file: 'branch.token' } };
  const file = join(cwd, 'senders.json');
  await writeFile(file, JSON.stringify({ senders: [shop, branch] }));
  const env = { JORNADA_SENDERS_FILE: file, WHATSAPP_VERIFY_TOKEN: 'another' };
  const { code, stdout } = await doctor(env);
  await rm(cwd, { recursive: true });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ok +sender +shop: /m);
  expect(stdout).toMatch(/^fail sender +branch: no access token in branch\.token$/m);
  expect(stdout).toMatch(/^fail webhook +.*answers 403/m);
});

test('what does not answer at all ends with 3', async () => {
  const nowhere = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    JORNADA_URL: 'http://127.0.0.1:1',
    WHATSAPP_BASE_URL: 'http://127.0.0.1:1',
  };
  const { code, stdout } = await doctor(nowhere, '--json');
  const failed = JSON.parse(stdout).checks.filter(({ status }: Line) => status === 'fail');
  expect(code).toBe(3);
  expect(failed.map(({ id }: Line) => id)).toEqual(['postgres', 'temporal', 'sender', 'server']);
});
