// What Meta told us and nobody here acts on: how often and when last, by field. Words only, no content.

import { sql } from 'kysely';
import type { Store } from './store.ts';

export interface IgnoredUpdate {
  /** Such as `account_alerts` or `messages.statuses.deleted`. */
  readonly field: string;
  readonly seen: number;
  readonly lastAt: Date;
}

export interface IgnoredCount {
  readonly seen: number;
  /** Epoch milliseconds. */
  readonly lastAtMs: number;
}

/** Adds to the counts. Sorted by field: two servers that count the same fields must not deadlock. */
export async function addIgnoredUpdates(
  store: Store,
  counts: ReadonlyMap<string, IgnoredCount>,
): Promise<void> {
  const fields = [...counts.keys()].sort();
  if (fields.length === 0) return;
  const seen = fields.map((field) => counts.get(field)?.seen ?? 0);
  const lastAts = fields.map((field) => new Date(counts.get(field)?.lastAtMs ?? 0));
  await sql`
    insert into ignored_update (field, seen, last_at)
    select field, seen, last_at
    from unnest(${fields}::text[], ${seen}::bigint[], ${lastAts}::timestamptz[])
      with ordinality as counted (field, seen, last_at, position)
    order by position
    on conflict (field) do update set
      seen = ignored_update.seen + excluded.seen,
      last_at = greatest(ignored_update.last_at, excluded.last_at)`.execute(store);
}

/** The most frequent first. */
export async function listIgnoredUpdates(store: Store): Promise<IgnoredUpdate[]> {
  const rows = await store
    .selectFrom('ignored_update')
    .select(['field', 'seen', 'last_at as lastAt'])
    .orderBy('seen', 'desc')
    .orderBy('field')
    .execute();
  return rows.map(({ seen, ...row }) => ({ ...row, seen: Number(seen) }));
}
