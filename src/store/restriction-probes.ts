// What an error code barred ends by our own guess. One message then finds out whether it is over, and the others wait for
// what becomes of it: Meta counts tries (F§3.4). Kept in the restriction's row, on everybody's clock.

import { sql } from 'kysely';
import { provedByItselfAfterMs } from '../whatsapp/sender-trouble.ts';
import {
  believedReason,
  type RestrictedSender,
  type RestrictionKey,
  type StoredRestriction,
} from './restrictions.ts';
import type { StoreTransaction } from './store.ts';

/** Restrictions that are over by our guess only. */
export interface Unproved {
  /** Another send finds out: they hold until then. */
  readonly waitedFor: readonly StoredRestriction[];
  /** This send may find out. */
  readonly open: readonly StoredRestriction[];
}

export async function readUnproved(
  trx: StoreTransaction,
  { senderId, accountId }: RestrictedSender,
  { sendId, at }: { readonly sendId: string; readonly at: Date },
): Promise<Unproved> {
  const rows = await trx
    .selectFrom('restriction')
    .select(['scope', 'scope_id as scopeId', 'kind', 'detail', 'reason', 'since'])
    .select(['probe_send_id as probe', 'probe_until as probeUntil'])
    .where((eb) =>
      eb.or([
        eb.and({ scope: 'sender', scope_id: senderId }),
        ...(accountId === null ? [] : [eb.and({ scope: 'account', scope_id: accountId })]),
      ]),
    )
    .where('lifted_at', 'is', null)
    .where('until', '<=', at)
    .where('until', '>', new Date(at.getTime() - provedByItselfAfterMs))
    .where('reason', '~', believedReason)
    .execute();
  const unproved = rows.map(({ probe, probeUntil, ...restriction }) => ({
    ...restriction,
    ...(probe === null || probe === sendId || probeUntil === null ? {} : { until: probeUntil.getTime() }),
  }));
  const isOpen = ({ until = 0 }: StoredRestriction) => until <= at.getTime();
  return { waitedFor: unproved.filter((one) => !isOpen(one)), open: unproved.filter(isOpen) };
}

/** The send finds out; false where another one does, or has. */
export async function claimProbe(
  trx: StoreTransaction,
  { scope, scopeId, kind, detail = '' }: RestrictionKey,
  { sendId, at, until }: { readonly sendId: string; readonly at: Date; readonly until: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('restriction')
    .set({ probe_send_id: sendId, probe_until: until })
    .where('scope', '=', scope)
    .where('scope_id', '=', scopeId)
    .where('kind', '=', kind)
    .where('detail', '=', detail)
    .where('lifted_at', 'is', null)
    .where('until', '<=', at)
    .where((eb) =>
      eb.or([eb('probe_send_id', 'is', null), eb('probe_send_id', '=', sendId), eb('probe_until', '<=', at)]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** It does not go out after all: another one may find out. */
export async function giveUpProbe(trx: StoreTransaction, sendId: string): Promise<void> {
  await trx
    .updateTable('restriction')
    .set({ probe_send_id: null, probe_until: null })
    .where('probe_send_id', '=', sendId)
    .where('lifted_at', 'is', null)
    .execute();
}

/** Meta has let the probe through: its restrictions are over. Returns what they were on. */
export async function endProbed(
  trx: StoreTransaction,
  sendId: string,
): Promise<Pick<StoredRestriction, 'scope' | 'scopeId'>[]> {
  return trx
    .updateTable('restriction')
    .set({ lifted_at: sql<Date>`until`, probe_send_id: null, probe_until: null })
    .where('probe_send_id', '=', sendId)
    .where('lifted_at', 'is', null)
    .returning(['scope', 'scope_id as scopeId'])
    .execute();
}
