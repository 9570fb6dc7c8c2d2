// Opens the database. One pool per process; every aggregate file takes the `Store` (or a transaction) it is given.

import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export type Store = Kysely<Database>;
export type StoreTransaction = Transaction<Database>;

export interface StoreOptions {
  readonly url: string;
  readonly maxConnections?: number;
  /** How long to wait for a connection before failing, in milliseconds. */
  readonly connectTimeoutMs?: number;
}

/** Opens a pool; nothing is connected before the first query. */
export function createStore({ url, maxConnections = 10, connectTimeoutMs = 3_000 }: StoreOptions): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  });
  // An idle connection that PostgreSQL drops must not crash the process; the next query reconnects.
  pool.on('error', () => {});
  // Neither must one that is dropped inside a transaction, between two statements: the next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
