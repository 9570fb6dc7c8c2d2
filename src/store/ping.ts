// Does the database answer? For readiness probes.

import { sql } from 'kysely';
import type { Store } from './store.ts';

/** Rejects with the driver's error where it does not. */
export async function pingStore(store: Store): Promise<void> {
  await sql`select 1`.execute(store);
}
