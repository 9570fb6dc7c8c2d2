// What Meta bars a sender or its account from (F§4.7). Facts come in any order: the one with the later time stands, also
// when it says that the bar is lifted. Whoever changes one wakes the parked afterwards.

import { sql } from 'kysely';
import type { Restriction, RestrictionKind, RestrictionScope } from '../messaging/sender-facts.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface RestrictionKey {
  readonly scope: RestrictionScope;
  readonly scopeId: string;
  readonly kind: RestrictionKind;
  /** Of a country: its calling code. */
  readonly detail?: string | undefined;
}

export interface NewRestriction extends RestrictionKey {
  readonly reason: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly strikes?: number;
}

/** The reason of a bar that we only believe in, after an error code; Meta's own word is never a number. */
export const believedReason = '^[0-9]+$';

export function isBelieved({ reason }: Pick<Restriction, 'reason'>): boolean {
  return new RegExp(believedReason).test(reason);
}

/** Sets a bar; false where a later fact is known. */
export async function storeRestriction(trx: StoreTransaction, restriction: NewRestriction): Promise<boolean> {
  const { scope, scopeId, kind, detail = '', strikes = 1, ...facts } = restriction;
  const row = { ...facts, strikes, lifted_at: null, probe_send_id: null, probe_until: null };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('restriction')
    .values({ scope, scope_id: scopeId, kind, detail, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'scope_id', 'kind', 'detail'])
        .doUpdateSet(row)
        .where(sql<boolean>`greatest(restriction.since, restriction.lifted_at) <= excluded.since`),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The bar of this kind, locked; also one that is over. */
export async function lockRestriction(
  trx: StoreTransaction,
  { scope, scopeId, kind, detail = '' }: RestrictionKey,
) {
  return trx
    .selectFrom('restriction')
    .select(['since', 'until', 'lifted_at', 'strikes', 'reason'])
    .where('scope', '=', scope)
    .where('scope_id', '=', scopeId)
    .where('kind', '=', kind)
    .where('detail', '=', detail)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Lifts a bar as of then; remembered even where it is not known yet, for a fact that comes late. False where a later bar is
 * known.
 */
export async function liftRestriction(
  trx: StoreTransaction,
  { scope, scopeId, kind, detail = '' }: RestrictionKey,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('restriction')
    .values({ scope, scope_id: scopeId, kind, detail, reason, since: at, until: at, lifted_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'scope_id', 'kind', 'detail'])
        .doUpdateSet({ lifted_at: sql<Date>`greatest(restriction.lifted_at, ${at})` })
        .where('restriction.since', '<=', at),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface RestrictedSender {
  readonly senderId: string;
  readonly accountId: string | null;
}

export interface StoredRestriction extends Restriction {
  readonly scopeId: string;
  readonly detail: string;
  readonly since: Date;
}

/** Those that hold at this moment, for the sender and its account, read `FOR SHARE` (DESIGN 7.1). */
export async function readRestrictions(
  trx: StoreTransaction,
  sender: RestrictedSender,
  at: Date,
): Promise<StoredRestriction[]> {
  return (await selectInOrder(trx, sender, at).forShare().execute()).map(toRestriction);
}

/** The same, for whoever is about to lift some. */
export async function lockRestrictions(
  trx: StoreTransaction,
  sender: RestrictedSender,
  at: Date,
): Promise<StoredRestriction[]> {
  return (await selectInOrder(trx, sender, at).forUpdate().execute()).map(toRestriction);
}

/** In one order for everybody, or two who lock several would wait for each other. */
function selectInOrder(trx: StoreTransaction, sender: RestrictedSender, at: Date) {
  return selectHolding(trx, sender, at).orderBy('scope').orderBy('kind').orderBy('detail');
}

/** The same, to be shown. */
export async function listRestrictions(
  store: Store,
  sender: RestrictedSender,
  at: Date,
): Promise<StoredRestriction[]> {
  return (await selectHolding(store, sender, at).execute()).map(toRestriction);
}

function selectHolding(db: Store | StoreTransaction, { senderId, accountId }: RestrictedSender, at: Date) {
  return db
    .selectFrom('restriction')
    .select(['scope', 'scope_id', 'kind', 'detail', 'reason', 'since', 'until'])
    .where((eb) =>
      eb.or([
        eb.and({ scope: 'sender', scope_id: senderId }),
        ...(accountId === null ? [] : [eb.and({ scope: 'account', scope_id: accountId })]),
      ]),
    )
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectHolding>['execute']>>[number];

function toRestriction({ scope_id: scopeId, until, ...row }: Row): StoredRestriction {
  return { ...row, scopeId, ...(until === null ? {} : { until: until.getTime() }) };
}
