// Leases on the shards of the inbox, and the presence of dispatchers that share them. A lease only spreads the
// work: item locks keep two holders of one shard correct. Real time, PostgreSQL's clock.

import { sql } from 'kysely';
import type { Store } from './store.ts';

export const shardCount = 16;

/**
 * Announces `owner`, renews what it holds, gives back what is more than its fair share, and takes what is free or
 * expired up to that share. Returns the shards held until `leaseMs` from now.
 */
export async function leaseShards(
  store: Store,
  { owner, leaseMs }: { readonly owner: string; readonly leaseMs: number },
): Promise<number[]> {
  const until = sql<Date>`now() + make_interval(secs => ${leaseMs} / 1000.0)`;
  return store.transaction().execute(async (trx) => {
    // Two dispatchers that count each other at the same moment would both keep too much or too little.
    await sql`select pg_advisory_xact_lock(hashtext('jornada_inbox_shards'))`.execute(trx);
    await trx
      .insertInto('dispatcher')
      .values({ owner, seen_until: until })
      .onConflict((conflict) => conflict.column('owner').doUpdateSet({ seen_until: until }))
      .execute();
    await trx.deleteFrom('dispatcher').where('seen_until', '<', sql<Date>`now()`).execute();
    const { live } = await trx
      .selectFrom('dispatcher')
      .select((eb) => eb.fn.countAll<string>().as('live'))
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{ shard: number | null }>`
      with fair as (
        select shard from inbox_shard
        where owner = ${owner} or owner is null or leased_until < now()
        order by (owner is not distinct from ${owner}) desc, shard
        limit ${Math.ceil(shardCount / Number(live))})
      update inbox_shard set
        owner = case when shard in (select shard from fair) then ${owner} end,
        leased_until = case when shard in (select shard from fair) then ${until} end
      where owner = ${owner} or shard in (select shard from fair)
      returning case when owner is not null then shard end as shard`.execute(trx);
    return rows.map(({ shard }) => shard).filter((shard) => shard !== null);
  });
}

/** Gives all back at once, so that others need not wait for the leases to end. */
export async function releaseShards(store: Store, owner: string): Promise<void> {
  await store.transaction().execute(async (trx) => {
    await trx
      .updateTable('inbox_shard')
      .set({ owner: null, leased_until: null })
      .where('owner', '=', owner)
      .execute();
    await trx.deleteFrom('dispatcher').where('owner', '=', owner).execute();
  });
}
