// Places of throttles: how many each period has given away, over all runs that come to a node. Taken one at a time.

import { sql } from 'kysely';
import type { Store, StoreTransaction } from './store.ts';
import type { ThrottleWindowTable } from './tables/runs.ts';

export interface PlaceWanted extends Pick<ThrottleWindowTable, 'node' | 'rehearsed' | 'per'> {
  readonly journeyId: string;
  readonly limit: number;
  /** Start of the period that the run is in, and the length of periods in milliseconds. */
  readonly startsAt: Date;
  readonly periodMs: number;
  /** A period that starts later is of no use. */
  readonly latest: Date;
}

/** Takes the first free place and returns the start of its period; undefined where that is too late. */
export async function takePlace(trx: StoreTransaction, wanted: PlaceWanted): Promise<Date | undefined> {
  const { journeyId, node, rehearsed, per } = wanted;
  const throttle = JSON.stringify([journeyId, node, rehearsed, per]);
  await sql`select pg_advisory_xact_lock(hashtextextended('throttle:' || ${throttle}, 0))`.execute(trx);
  const startsAt = await findFree(trx, wanted);
  if (startsAt > wanted.latest) return undefined;
  await trx
    .insertInto('throttle_window')
    .values({ journey_id: journeyId, node, rehearsed, per, starts_at: startsAt, taken: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['journey_id', 'node', 'rehearsed', 'per', 'starts_at'])
        .doUpdateSet((eb) => ({ taken: eb('throttle_window.taken', '+', 1) })),
    )
    .execute();
  return startsAt;
}

/** Forgets the periods that started so long ago that no run asks for their places any more. Real time. */
export async function forgetThrottleWindows(store: Store, olderThanMs: number): Promise<void> {
  await store
    .deleteFrom('throttle_window')
    .where('starts_at', '<', sql<Date>`now() - make_interval(secs => ${olderThanMs} / 1000.0)`)
    .execute();
}

/** This period, or the first after a full one that is not full itself. */
async function findFree(trx: StoreTransaction, wanted: PlaceWanted): Promise<Date> {
  const { journeyId, node, rehearsed, per, limit, startsAt, periodMs } = wanted;
  const { rows } = await sql<{ starts_at: Date }>`
    with taken as (
      select starts_at from throttle_window
      where journey_id = ${journeyId} and node = ${node} and rehearsed = ${rehearsed} and per = ${per}
        and starts_at >= ${startsAt}::timestamptz and taken >= ${limit}),
    candidate as (
      select ${startsAt}::timestamptz as starts_at
      union all select starts_at + make_interval(secs => ${periodMs} / 1000.0) from taken)
    select min(starts_at) as starts_at from candidate
    where not exists (select from taken where taken.starts_at = candidate.starts_at)`.execute(trx);
  return rows[0]?.starts_at ?? startsAt;
}
