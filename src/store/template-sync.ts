// When an account's templates are listed, by whom, and how many calls of management that takes (F§1.6). One process at a
// time: whoever has the lease. Real time.

import { type Selectable, sql } from 'kysely';
import type { Store, StoreTransaction } from './store.ts';
import type { TemplateSyncTable } from './tables/templates.ts';

export type TemplateSyncRow = Selectable<TemplateSyncTable>;

/** Takes the lease of a list that is due, or that `force` asks for; undefined where it isn't, or others have it. */
export async function leaseTemplateSync(
  store: Store,
  accountId: string,
  { at, leaseMs, force }: { readonly at: Date; readonly leaseMs: number; readonly force: boolean },
): Promise<TemplateSyncRow | undefined> {
  await store
    .insertInto('template_sync')
    .values({ account_id: accountId, next_at: at, hour_at: toHour(at) })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute();
  const due = store
    .updateTable('template_sync')
    .set({ leased_until: new Date(at.getTime() + leaseMs) })
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]));
  // What Meta asked us to wait is waited for, whoever asks.
  const wanted = force
    ? due.where((eb) => eb.or([eb('failures', '=', 0), eb('next_at', '<=', at)]))
    : due.where('next_at', '<=', at);
  return wanted.returningAll().executeTakeFirst();
}

/** Counts a call against the full hour that it is made in; false where `limit` are made already. */
export async function takeManagementCall(
  store: Store,
  accountId: string,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<boolean> {
  const hour = toHour(at);
  const row = await store
    .updateTable('template_sync')
    .set({
      hour_at: hour,
      calls: sql<number>`case when hour_at = ${hour} then calls + 1 else 1 end`,
    })
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('hour_at', '<', hour), eb('calls', '<', limit)]))
    .returning('calls')
    .executeTakeFirst();
  return row !== undefined;
}

export interface SyncEnd {
  readonly nextAt: Date;
  /** The start of a list that came to its end. */
  readonly syncedAt?: Date | undefined;
  /** What stopped it. */
  readonly error?: string | undefined;
}

/** Gives the lease back. */
export async function endTemplateSync(
  store: Store,
  accountId: string,
  { nextAt, syncedAt, error }: SyncEnd,
): Promise<void> {
  await store
    .updateTable('template_sync')
    .set((eb) => ({
      leased_until: null,
      next_at: nextAt,
      last_error: error ?? null,
      failures: error === undefined ? 0 : eb('failures', '+', 1),
      ...(syncedAt === undefined ? {} : { synced_at: syncedAt }),
    }))
    .where('account_id', '=', accountId)
    .execute();
}

/** The next look finds it due, unless Meta asked us to wait. */
export async function hastenTemplateSync(trx: StoreTransaction, accountId: string): Promise<void> {
  await trx
    .updateTable('template_sync')
    .set({ next_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('failures', '=', 0)
    .execute();
}

export async function findTemplateSync(
  store: Store,
  accountId: string,
): Promise<TemplateSyncRow | undefined> {
  return store.selectFrom('template_sync').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

export async function listTemplateSyncs(store: Store): Promise<TemplateSyncRow[]> {
  return store.selectFrom('template_sync').selectAll().orderBy('account_id').execute();
}

/** Has a number of the account sent anything? Then one is registered, and more calls are allowed (F§1.6). */
export async function hasSent(store: Store, accountId: string): Promise<boolean> {
  const row = await store
    .selectFrom('attempt')
    .innerJoin('send', 'send.id', 'attempt.send_id')
    .innerJoin('sender', 'sender.id', 'send.sender_id')
    .select('attempt.token')
    .where('sender.account_id', '=', accountId)
    .where('attempt.state', '=', 'accepted')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function toHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
}
