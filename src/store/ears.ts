// When our ears were open (DESIGN 7.2): the receiver's signed self-tests, and the silences between them. An
// unknown outcome is only given up after enough time in which evidence could have been heard. Real time.

import { sql } from 'kysely';
import type { Store, StoreTransaction } from './store.ts';

/** The one path on which all webhooks come. */
export const webhookEar = 'webhook';

/** Ears count as open for this long after a self-test was heard. */
export const hearingMs = 60_000;

/** A self-test was dispatched. A gap of over a minute, or all time before the first, is a silence. */
export async function markHeard(trx: StoreTransaction, ear: string, at: Date): Promise<void> {
  const last = await trx
    .selectFrom('ear')
    .select('heard_at')
    .where('id', '=', ear)
    .forUpdate()
    .executeTakeFirst();
  if (last !== undefined && at <= last.heard_at) return;
  const deafFrom = new Date(last === undefined ? 0 : last.heard_at.getTime() + hearingMs);
  if (deafFrom < at) {
    await trx
      .insertInto('ear_silence')
      .values({ from_at: deafFrom, to_at: at })
      .onConflict((conflict) => conflict.column('from_at').doNothing())
      .execute();
  }
  await trx
    .insertInto('ear')
    .values({ id: ear, heard_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ heard_at: at }))
    .execute();
}

/**
 * Milliseconds between the two instants in which our ears were open. Before the first self-test ever they count
 * as closed: nothing proves that a webhook could have reached us.
 */
export async function listeningMs(
  db: Store | StoreTransaction,
  { ear, since, now }: { readonly ear: string; readonly since: Date; readonly now: Date },
): Promise<number> {
  const { rows } = await sql<{ open_ms: number }>`
    with heard as (select heard_at from ear where id = ${ear}),
    bounds as (
      select ${since}::timestamptz as from_at,
        least(${now}::timestamptz, heard_at + make_interval(secs => ${hearingMs} / 1000.0)) as to_at
      from heard)
    select coalesce(extract(epoch from (
      greatest(to_at - from_at, interval '0') - coalesce((
        select sum(least(s.to_at, b.to_at) - greatest(s.from_at, b.from_at))
        from ear_silence s, bounds b
        where s.from_at < b.to_at and s.to_at > b.from_at), interval '0'))) * 1000, 0)::float8 as open_ms
    from bounds`.execute(db);
  return Math.max(0, rows[0]?.open_ms ?? 0);
}

/** When the last self-test came all the way; undefined where none ever did. */
export async function findLastHeard(db: Store, ear: string): Promise<Date | undefined> {
  const row = await db.selectFrom('ear').select('heard_at').where('id', '=', ear).executeTakeFirst();
  return row?.heard_at;
}
