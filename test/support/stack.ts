// What a test file takes from the shared PostgreSQL and Temporal, or a Temporal of its own if it wants to take it away.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readSearchPath } from '../../src/config.ts';
import { createDatabase } from '../../src/embedded/postgres.ts';
import { type RunningTemporal, startTemporal } from '../../src/embedded/temporal.ts';
import { findTemporalBinary } from '../../src/embedded/temporal-binary.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { programCache, type SharedStack } from './global-setup.ts';

export interface TestDatabase {
  readonly url: string;
  readonly store: Store;
  /** Closes the store. The database itself goes with the run. */
  close(): Promise<void>;
}

/** A fresh database with the newest schema, copied from the migrated one in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { databaseUrl } = inject('stack');
  const template = new URL(databaseUrl).pathname.slice(1);
  const server = new URL(databaseUrl);
  // PostgreSQL copies a database only while nobody is connected to it.
  server.pathname = '/postgres';
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(server.href, name, { template });
  const store = createStore({ url });
  return { url, store, close: () => store.destroy() };
}

/** The shared Temporal. Use a task queue of your own on it: other test files have workers there. */
export function testTemporal(): SharedStack['temporal'] & { readonly taskQueue: string } {
  return { ...inject('stack').temporal, taskQueue: `test-${randomBytes(6).toString('hex')}` };
}

/** A Temporal that only the caller uses; `stop` removes its data too. */
export async function startOwnTemporal(): Promise<RunningTemporal> {
  const binary = await findTemporalBinary({ cacheDir: programCache, searchPath: readSearchPath() });
  const dataDir = mkdtempSync(join(tmpdir(), 'jornada-temporal-'));
  const server = await startTemporal({ dataDir, binary });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
