// Sends that wait at the gate although the time that they waited for has come: their timer or their wake was lost.

import { sql } from 'kysely';
import type { Store } from './store.ts';

/**
 * The runs of sends that were to ask again more than `overdueMs` ago; each is told once in that time, whoever sweeps.
 */
export async function claimOverdueRuns(
  store: Store,
  { overdueMs, limit }: { readonly overdueMs: number; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ run_id: string }>`
    update send set updated_at = now()
    where id in (
      select send.id from send
      join run on run.id = send.run_id and run.state = 'running'
      join person on person.id = send.person_id
      where send.state = 'parked'
        and send.updated_at < now() - make_interval(secs => ${overdueMs} / 1000.0)
        and send.parked_until < now() + make_interval(secs => (person.clock_offset_ms - ${overdueMs}) / 1000.0)
      limit ${limit}
      for update of send skip locked)
    returning run_id`.execute(store);
  return rows.map(({ run_id }) => run_id);
}
