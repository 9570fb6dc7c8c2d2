// A PostgreSQL of our own, on loopback TCP only: made on first start, kept in its folder, ended with us.
// Invariant: one server per data folder; what a crashed run left there does not hinder the next start.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { EmbeddedError } from './embedded-error.ts';
import { findFreePort } from './free-port.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { findServerUser, prepareDataFolder, type ServerUser } from './postgres-user.ts';
import type { Progress } from './progress.ts';
import { endOrphan, startServerProcess } from './server-process.ts';

export interface PostgresOptions {
  readonly dataDir: string;
  /** A free one by default. */
  readonly port?: number;
  /** Made if it is missing. */
  readonly database?: string;
  /** False for tests: faster, loses data when the machine crashes. */
  readonly durable?: boolean;
  readonly onProgress?: Progress;
}

export interface RunningPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const major = '18';
const superuser = 'jornada';

/** @throws EmbeddedError */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, database = 'jornada', onProgress = () => {} } = options;
  const user = findServerUser();
  const binaries = findPostgresBinaries(user);
  const folder = prepareDataFolder(dataDir, user);
  const cluster = join(folder, 'cluster');
  if (!existsSync(cluster)) {
    onProgress({ en: 'Creating a PostgreSQL database', ko: 'PostgreSQL 데이터베이스를 만듭니다' });
    await createCluster({ folder, cluster, user, binaries });
  }
  checkVersion(cluster);
  await clearCrashedRun(cluster);
  onProgress({ en: 'Starting PostgreSQL', ko: 'PostgreSQL을 시작합니다' });
  const port = options.port ?? (await findFreePort());
  const password = readPart(join(folder, 'password'));
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const server = await startServerProcess({
    title: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', cluster, '-p', String(port), ...settings(options.durable ?? true)],
    logFile: join(folder, 'postgres.log'),
    user,
    stopSignal: 'SIGINT',
    probe: () => query(url, 'select 1'),
  });
  try {
    return { url: await createDatabase(url, database), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Makes a database on the server of `url` and returns its URL; one that exists is left alone.
 * A copy of `template` (a database nobody is connected to) takes some 50 ms.
 */
export async function createDatabase(
  url: string,
  name: string,
  { template }: { template?: string } = {},
): Promise<string> {
  const quoted = pg.escapeIdentifier(name);
  const source = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
  try {
    await query(url, `create database ${quoted}${source}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42P04')) throw error;
  }
  const created = new URL(url);
  created.pathname = `/${encodeURIComponent(name)}`;
  return created.href;
}

/** Removes a database that nobody needs any more, whoever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await query(url, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

function settings(durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function createCluster(options: {
  folder: string;
  cluster: string;
  user: ServerUser | undefined;
  binaries: PostgresBinaries;
}): Promise<void> {
  const { folder, cluster, user, binaries } = options;
  // Made under another name first: an interrupted one is thrown away, never started.
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const args = ['--pgdata', unfinished, '--username', superuser, '--pwfile', passwordFile];
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions');
  try {
    await promisify(execFile)(binaries.initdb, args, {
      cwd: '/',
      env: { HOME: '/', TZ: 'UTC', LC_ALL: 'C' },
      ...(user ?? {}),
    });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedError(
      'EMBEDDED_START_FAILED',
      {
        en: `PostgreSQL could not create its data.\n${said}`,
        ko: `PostgreSQL이 데이터를 만들지 못했습니다.\n${said}`,
      },
      { cause },
    );
  }
  renameSync(unfinished, cluster);
}

/** Of a folder that somebody else may have tidied. */
function readPart(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new EmbeddedError(
      'EMBEDDED_FOLDER_UNUSABLE',
      {
        en: `The database is damaged: ${file} can't be read. Put the folder back from a backup, or move it away: an empty database is made in its place.`,
        ko: `데이터베이스가 손상되었습니다. ${file} 파일을 읽을 수 없습니다. 백업에서 폴더를 복원하거나 다른 곳으로 옮기세요. 옮기면 빈 데이터베이스를 새로 만듭니다.`,
      },
      { cause },
    );
  }
}

function checkVersion(cluster: string): void {
  const found = readPart(join(cluster, 'PG_VERSION')).trim();
  if (found === major) return;
  throw new EmbeddedError('EMBEDDED_FOLDER_UNUSABLE', {
    en: `${cluster} holds data of PostgreSQL ${found}, this is ${major}: move it away, or serve it yourself and set DATABASE_URL.`,
    ko: `${cluster}에는 PostgreSQL ${found}의 데이터가 있는데 지금은 ${major}입니다. 다른 곳으로 옮기거나, 직접 서버를 실행하고 DATABASE_URL을 지정하세요.`,
  });
}

async function clearCrashedRun(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  await endOrphan(pidFile, { marker: cluster, signal: 'SIGINT' });
  // What is left names a process of long ago, whose id may be in use again; PostgreSQL would refuse to start.
  rmSync(pidFile, { force: true });
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end();
  }
}
