// A PostgreSQL of one's own that goes away and comes back, on the same port with the same data.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../src/embedded/free-port.ts';
import { type RunningPostgres, startPostgres } from '../../src/embedded/postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createStore } from '../../src/store/store.ts';

export interface FrailPostgres {
  readonly url: string;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** For good, with its data. */
  remove(): Promise<void>;
}

export async function startFrailPostgres(): Promise<FrailPostgres> {
  const dir = mkdtempSync(join(tmpdir(), 'jornada-postgres-'));
  // PostgreSQL's own user has to get in when the tests run as root.
  chmodSync(dir, 0o711);
  const port = await findFreePort();
  const start = () => startPostgres({ dataDir: join(dir, 'postgres'), port, durable: false });
  let running: RunningPostgres | undefined = await start();
  const { url } = running;
  const goAway = async () => {
    await running?.stop();
    running = undefined;
  };
  const store = createStore({ url, maxConnections: 1 });
  await migrate(store);
  await store.destroy();
  return {
    url,
    goAway,
    async comeBack() {
      running = await start();
    },
    async remove() {
      await goAway();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
