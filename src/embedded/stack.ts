// Brings up what Jornada stands on: PostgreSQL with the newest schema, and Temporal. Ours on loopback by default; the
// caller passes on the configuration's DATABASE_URL and TEMPORAL_ADDRESS, which replace them one by one.

import { join } from 'node:path';
import { readSearchPath } from '../config.ts';
import { migrateUrl } from '../store/migrate.ts';
import { startPostgres } from './postgres.ts';
import type { Progress } from './progress.ts';
import { claimFolder } from './stack-folder.ts';
import { type RunningTemporal, startTemporal } from './temporal.ts';
import { findTemporalBinary } from './temporal-binary.ts';
import { connectTemporal, type TemporalServer } from './temporal-server.ts';

export interface StackOptions {
  /** Data, logs and fetched programs; `.jornada` in a project. */
  readonly dir: string;
  /** Programs fetched before may be shared by several folders; `dir` by default. */
  readonly cacheDir?: string;
  /** False for tests and demos: nothing is synced to disk. */
  readonly durable?: boolean;
  readonly databaseUrl?: string | undefined;
  readonly temporalAddress?: string | undefined;
  readonly namespace?: string;
  readonly onProgress?: Progress;
}

export interface Stack {
  readonly databaseUrl: string;
  readonly temporal: TemporalServer & {
    /** Unknown for a server that is not ours. */
    readonly uiUrl: string | undefined;
    /** For a server of ours: take it away, bring it back. */
    readonly control: Pick<RunningTemporal, 'stop' | 'kill' | 'restart'> | undefined;
  };
  /** Ends what was started here, Temporal first: it uses nothing of ours, but our workers use both. */
  stop(): Promise<void>;
}

/**
 * Resolves when both serve and the schema is the newest.
 * @throws EmbeddedError; nothing is left running then
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const release = claimFolder(options.dir);
  const [database, temporal] = await Promise.allSettled([openDatabase(options), openTemporal(options)]);
  const stop = async (): Promise<void> => {
    if (temporal.status === 'fulfilled') await temporal.value.control?.stop();
    if (database.status === 'fulfilled') await database.value.stop();
    release();
  };
  if (database.status === 'fulfilled' && temporal.status === 'fulfilled')
    return { databaseUrl: database.value.url, temporal: temporal.value, stop };
  await stop();
  throw [database, temporal].find((part) => part.status === 'rejected')?.reason;
}

async function openDatabase(options: StackOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const { dir, durable = true, databaseUrl, onProgress = () => {} } = options;
  const server =
    databaseUrl === undefined
      ? await startPostgres({ dataDir: join(dir, 'postgres'), durable, onProgress })
      : { url: databaseUrl, stop: async () => {} };
  try {
    await migrateUrl(server.url);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openTemporal(options: StackOptions): Promise<Stack['temporal']> {
  const { dir, cacheDir = dir, temporalAddress, namespace = 'default', onProgress = () => {} } = options;
  if (temporalAddress !== undefined) {
    onProgress({
      en: `Connecting to Temporal at ${temporalAddress}`,
      ko: `${temporalAddress}의 Temporal에 연결합니다`,
    });
    const server = await connectTemporal({ address: temporalAddress, namespace });
    return { ...server, uiUrl: undefined, control: undefined };
  }
  const binary = await findTemporalBinary({ cacheDir, searchPath: readSearchPath(), onProgress });
  const server = await startTemporal({ dataDir: join(dir, 'temporal'), binary, namespace, onProgress });
  const { address, canSkipTime, uiUrl } = server;
  return { address, namespace, canSkipTime, uiUrl, control: server };
}
