// Brings a database to the newest schema. Safe to call from several processes at once: Kysely takes a lock.

import { Migrator } from 'kysely';
import * as first from './migrations/0001-first.ts';
import { createStore, type Store } from './store.ts';

const migrations = { '0001-first': first };

/** Applies what is missing; throws the first migration's error. */
export async function migrate(store: Store): Promise<void> {
  const { error } = await createMigrator(store).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Names of the migrations that the database has not had yet, oldest first. */
export async function listPendingMigrations(store: Store): Promise<readonly string[]> {
  const known = await createMigrator(store).getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/** The same by URL, with a connection of its own. */
export async function migrateUrl(url: string): Promise<void> {
  const store = createStore({ url, maxConnections: 1, connectTimeoutMs: 10_000 });
  try {
    await migrate(store);
  } finally {
    await store.destroy();
  }
}

function createMigrator(store: Store): Migrator {
  return new Migrator({ db: store, provider: { getMigrations: async () => migrations } });
}
