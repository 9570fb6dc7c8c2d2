// The durable inbox: everything that came from outside, stored once by its key before it is answered, then
// applied, then signalled. An item moves new -> signal -> done (or quarantined) and never back.

import { sql } from 'kysely';
import type { PersonAddress } from './person-addresses.ts';
import { toStorableJson } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { InboxTable } from './tables/inbox.ts';

export type InboxKind = InboxTable['kind'];

export interface NewInboxItem {
  /** Says what this is, the same for every redelivery. */
  readonly key: string;
  readonly kind: InboxKind;
  readonly shard: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** An item as it is applied. */
export interface InboxItem {
  readonly id: string;
  readonly key: string;
  readonly kind: InboxKind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly failures: number;
  readonly receivedAt: Date;
}

/** What is owed to runs after an item was applied, as stored. */
export interface OwedItem {
  readonly id: string;
  readonly failures: number;
  readonly owed: unknown;
}

/** Channel on which a commit of new items is announced. */
export const inboxChannel = 'jornada_inbox';

/**
 * One multi-row insert; keys that are known already are left alone. Sorted by key: unsorted batches deadlock. All items are
 * one parameter: making an array of each column costs the receiver more than all else that it does with an item.
 */
export async function insertInboxItems(
  db: Store | StoreTransaction,
  items: readonly NewInboxItem[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    with stored as (
      insert into inbox (item_key, kind, shard, payload)
      select key, kind, shard, payload
      from jsonb_to_recordset(${toStorableJson(items)}::jsonb)
        as item (key text, kind text, shard smallint, payload jsonb)
      order by key collate "C"
      on conflict (item_key) do nothing
      returning 1)
    select pg_notify(${inboxChannel}, '') where exists (select from stored)`.execute(db);
}

/** Locks up to `limit` unapplied items of a shard in the order they came; those locked elsewhere are skipped. */
export async function claimNewItems(
  trx: StoreTransaction,
  shard: number,
  limit: number,
): Promise<InboxItem[]> {
  return trx
    .selectFrom('inbox')
    .select(['id', 'item_key as key', 'kind', 'payload', 'failures', 'received_at as receivedAt'])
    .where('shard', '=', shard)
    .where('state', '=', 'new')
    .where('available_at', '<=', sql<Date>`now()`)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Items are applied: `done`, or `signal` where something is owed. `owed` is JSON text or null, by item. */
export async function storeApplied(
  trx: StoreTransaction,
  applied: readonly { readonly id: string; readonly owed: string | null }[],
): Promise<void> {
  if (applied.length === 0) return;
  const ids = applied.map(({ id }) => id);
  const owed = applied.map((item) => item.owed);
  await sql`
    update inbox set
      signals = item.owed::jsonb,
      state = case when item.owed is null then 'done' else 'signal' end,
      last_error = null
    from unnest(${ids}::bigint[], ${owed}::text[]) as item (id, owed)
    where inbox.id = item.id`.execute(trx);
}

/** Items whose signals are owed and due, in the order they came. */
export async function listOwedItems(store: Store, shard: number, limit: number): Promise<OwedItem[]> {
  return store
    .selectFrom('inbox')
    .select(['id', 'failures', 'signals as owed'])
    .where('shard', '=', shard)
    .where('state', '=', 'signal')
    .where('available_at', '<=', sql<Date>`now()`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What is left of owed items after a round: `owed` null means all was delivered. */
export async function storeOwed(
  store: Store,
  rest: readonly { readonly id: string; readonly owed: string | null; readonly delayMs: number }[],
): Promise<void> {
  if (rest.length === 0) return;
  const ids = rest.map(({ id }) => id);
  const owed = rest.map((item) => item.owed);
  const delays = rest.map(({ delayMs }) => delayMs);
  await sql`
    update inbox set
      signals = item.owed::jsonb,
      state = case when item.owed is null then 'done' else 'signal' end,
      available_at = now() + make_interval(secs => item.delay_ms / 1000.0)
    from unnest(${ids}::bigint[], ${owed}::text[], ${delays}::integer[]) as item (id, owed, delay_ms)
    where inbox.id = item.id and inbox.state = 'signal'`.execute(store);
}

/** An item failed by itself: tried again later, or set aside once it failed `limit` times. */
export async function storeItemFailure(
  db: Store | StoreTransaction,
  failure: { readonly id: string; readonly error: string; readonly delayMs: number; readonly limit: number },
): Promise<void> {
  await sql`
    update inbox set
      failures = failures + 1,
      last_error = ${failure.error},
      state = case when failures + 1 >= ${failure.limit} then 'quarantined' else state end,
      available_at = now() + make_interval(secs => ${failure.delayMs} / 1000.0)
    where id = ${failure.id}`.execute(db);
}

/** Which of these shards have something due. */
export async function listBusyShards(store: Store, shards: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ shard: number }>`
    select shard from unnest(${[...shards]}::smallint[]) as mine (shard)
    where exists (
      select from inbox
      where inbox.shard = mine.shard and state in ('new', 'signal') and available_at <= now())`.execute(
    store,
  );
  return rows.map(({ shard }) => shard);
}

/** Items of this transaction that are not to be applied before some time has gone by. */
export async function delayInboxItems(
  trx: StoreTransaction,
  items: readonly { readonly key: string; readonly delayMs: number }[],
): Promise<void> {
  if (items.length === 0) return;
  const keys = items.map(({ key }) => key);
  const delays = items.map(({ delayMs }) => delayMs);
  await sql`
    update inbox set available_at = now() + make_interval(secs => item.delay_ms / 1000.0)
    from unnest(${keys}::text[], ${delays}::integer[]) as item (item_key, delay_ms)
    where inbox.item_key = item.item_key`.execute(trx);
}

/** Payloads of the changes of addresses away from any of these, at that time or later, the earliest first. */
export async function listIdentityItems(
  trx: StoreTransaction,
  { from, sinceMs }: { readonly from: PersonAddress; readonly sinceMs: number },
): Promise<Record<string, unknown>[]> {
  const { phone = null, userId = null, parentUserId = null } = from;
  const { rows } = await sql<{ payload: Record<string, unknown> }>`
    select payload from inbox
    where kind = 'identity' and (payload ->> 'atMs')::bigint >= ${sinceMs}
      and (payload #>> '{from,phone}' = ${phone} or payload #>> '{from,userId}' = ${userId}
        or payload #>> '{from,parentUserId}' = ${parentUserId})
    order by (payload ->> 'atMs')::bigint, id`.execute(trx);
  return rows.map(({ payload }) => payload);
}
