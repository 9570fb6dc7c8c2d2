// The real servers: they serve, they are on loopback only, they stop, and they come back after a crash.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { readSearchPath } from '../../src/config.ts';
import { createDatabase, startPostgres } from '../../src/embedded/postgres.ts';
import { findProcess } from '../../src/embedded/process-identity.ts';
import { endOrphan } from '../../src/embedded/server-process.ts';
import { type Stack, startStack } from '../../src/embedded/stack.ts';
import { claimFolder } from '../../src/embedded/stack-folder.ts';
import { startTemporal } from '../../src/embedded/temporal.ts';
import { findTemporalBinary } from '../../src/embedded/temporal-binary.ts';
import { connectTemporal, searchAttributes } from '../../src/embedded/temporal-server.ts';
import { programCache } from '../support/global-setup.ts';
import { testTemporal } from '../support/stack.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('a stack serves a migrated database and a Temporal that can skip time, and stops', async () => {
  const stack = await startStack({ dir: newFolder(), cacheDir: programCache, durable: false });
  expect(
    await ask(stack.databaseUrl, "select count(*)::int as answer from pg_class where relname = 'send'"),
  ).toBe(1);
  expect(stack.temporal).toMatchObject({ namespace: 'default', canSkipTime: true });
  expect((await fetch(stack.temporal.uiUrl ?? '')).status).toBe(200);
  await stack.stop();
  expect(await isOpen(stack.temporal.address)).toBe(false);
  expect(await isOpen(new URL(stack.databaseUrl).host)).toBe(false);
});

test('servers that are named by the caller are used instead of ours', async () => {
  const dir = newFolder();
  const postgres = await startPostgres({ dataDir: join(dir, 'other'), durable: false });
  const temporalAddress = testTemporal().address;
  const stack = await startStack({ dir, databaseUrl: postgres.url, temporalAddress });
  expect(stack.databaseUrl).toBe(postgres.url);
  expect(stack.temporal).toMatchObject({ address: temporalAddress, canSkipTime: true, control: undefined });
  await stack.stop();
  expect(await ask(postgres.url, 'select 1 as answer')).toBe(1);
  expect(await isOpen(temporalAddress)).toBe(true);
  await postgres.stop();
});

test('PostgreSQL speaks UTF-8 and UTC, and creates databases once', async () => {
  const postgres = await startPostgres({ dataDir: join(newFolder(), 'pg'), durable: false });
  expect(await ask(postgres.url, "select current_setting('server_encoding') as answer")).toBe('UTF8');
  expect(await ask(postgres.url, "select current_setting('timezone') as answer")).toBe('UTC');
  expect(await ask(postgres.url, "select current_setting('listen_addresses') as answer")).toBe('127.0.0.1');
  const url = await createDatabase(postgres.url, 'weird "name"');
  expect(await createDatabase(postgres.url, 'weird "name"')).toBe(url);
  expect(await ask(url, 'select current_database() as answer')).toBe('weird "name"');
  await postgres.stop();
});

test('PostgreSQL keeps its data and does not trip over the pid file of a crash', async () => {
  const dataDir = join(newFolder(), 'pg');
  const first = await startPostgres({ dataDir, durable: false });
  await ask(first.url, "create table kept as select 7 as answer; select 'made' as answer");
  await first.stop();
  // Ids are used again: the file now names a process that lives and has nothing to do with it.
  writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'cluster')}\n`);
  const second = await startPostgres({ dataDir, durable: false });
  expect(await ask(second.url, 'select answer from kept')).toBe(7);
  await second.stop();
});

test('data of another PostgreSQL version is not touched', async () => {
  const dataDir = join(newFolder(), 'pg');
  await (await startPostgres({ dataDir, durable: false })).stop();
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '16\n');
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'EMBEDDED_FOLDER_UNUSABLE' });
});

test('data that lacks a part is told as such, and is not touched', async () => {
  const dataDir = join(newFolder(), 'pg');
  await (await startPostgres({ dataDir, durable: false })).stop();
  for (const part of ['password', join('cluster', 'PG_VERSION')]) {
    const file = join(dataDir, part);
    const content = readFileSync(file);
    rmSync(file);
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({
      code: 'EMBEDDED_FOLDER_UNUSABLE',
      text: { en: expect.stringContaining(file), ko: expect.stringMatching(/[가-힣]/) },
    });
    writeFileSync(file, content);
  }
  await (await startPostgres({ dataDir, durable: false })).stop();
});

test('Temporal comes back on the same ports and data after it was killed', async () => {
  const binary = await findTemporalBinary({ cacheDir: programCache, searchPath: readSearchPath() });
  const temporal = await startTemporal({ dataDir: newFolder(), binary, namespace: 'shop' });
  await temporal.kill();
  expect(await isOpen(temporal.address)).toBe(false);
  await temporal.restart();
  const { address } = temporal;
  expect(await connectTemporal({ address, namespace: 'shop' })).toMatchObject({ canSkipTime: true });
  await temporal.stop();
});

test('a Temporal that is named by the caller has to answer and to have the namespace', async () => {
  const { address } = testTemporal();
  const unknown = connectTemporal({ address, namespace: 'nowhere' });
  await expect(unknown).rejects.toMatchObject({ code: 'EMBEDDED_SERVER_UNREACHABLE' });
  const deaf = connectTemporal({ address: '127.0.0.1:9', namespace: 'default', connectTimeoutMs: 500 });
  await expect(deaf).rejects.toThrow('No Temporal server answers at 127.0.0.1:9');
});

test('the durable names of the search attributes stay as they are', () => {
  expect(searchAttributes).toMatchInlineSnapshot(`
    {
      "Channel": "Keyword",
      "JourneyId": "Keyword",
      "JourneyVersion": "Int",
      "Node": "Keyword",
      "Outcome": "Keyword",
      "PersonId": "Keyword",
      "Sender": "Keyword",
      "Waiting": "Keyword",
    }
  `);
});

test('when our process is killed, no server outlives it and the folder can be used again', async () => {
  const dir = newFolder();
  const { child, stack } = await startElsewhere(dir);
  await expect(startStack({ dir })).rejects.toMatchObject({ code: 'EMBEDDED_FOLDER_BUSY' });
  const postgresPid = Number.parseInt(
    readFileSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'),
    10,
  );
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect.poll(() => isOpen(stack.temporal.address), { timeout: 15_000 }).toBe(false);
  await expect.poll(() => findProcess(postgresPid), { timeout: 15_000 }).toBeUndefined();
  const next = await startStack({ dir, cacheDir: programCache, durable: false });
  await next.stop();
}, 60_000);

test('an orphan is ended if it is ours, and spared if it is not', async () => {
  const pidFile = join(newFolder(), 'pid');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'marker-of-ours']);
  await once(child, 'spawn');
  writeFileSync(pidFile, String(child.pid));
  await endOrphan(pidFile, { marker: 'another-marker', signal: 'SIGTERM' });
  expect(child.signalCode).toBeNull();
  const exited = once(child, 'exit');
  await endOrphan(pidFile, { marker: 'marker-of-ours', signal: 'SIGTERM' });
  expect((await exited)[1]).toBe('SIGTERM');
});

test('the claim of a process that is gone is void', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'owner'), '999999999 0');
  const release = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow(`in use by process ${process.pid}`);
  release();
  claimFolder(folder)();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jornada-servers-'));
  // PostgreSQL's own user has to get in when the tests run as root.
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function startElsewhere(dir: string): Promise<{ child: ChildProcess; stack: Stack }> {
  const script = fileURLToPath(new URL('./stack-elsewhere.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir, programCache], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [stack] = (await once(child, 'message')) as [Stack];
  return { child, stack };
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = await client.query(text);
    return (Array.isArray(results) ? results.at(-1) : results).rows[0].answer;
  } finally {
    await client.end();
  }
}

function isOpen(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: Number(host.split(':')[1]) });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
