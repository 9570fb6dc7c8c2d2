// What Meta told us that an operator should know: kept to be shown, nothing decides by it.

import type { RestrictionScope } from '../messaging/sender-facts.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { NoticeTable } from './tables/sender-limits.ts';

export interface Notice {
  readonly scope: RestrictionScope;
  readonly scopeId: string;
  /** Meta's word. */
  readonly event: string;
  readonly severity: NoticeTable['severity'];
  /** Words and numbers of Meta's; nothing personal. */
  readonly facts: Readonly<Record<string, string>>;
  readonly at: Date;
}

export async function addNotice(trx: StoreTransaction, { scopeId, facts, ...notice }: Notice): Promise<void> {
  await trx
    .insertInto('notice')
    .values({ ...notice, scope_id: scopeId, facts: JSON.stringify(facts) })
    .execute();
}

/** The newest about a sender and its account. */
export async function listNotices(
  store: Store,
  { senderId, accountId }: { readonly senderId: string; readonly accountId: string | null },
  limit: number,
): Promise<Omit<Notice, 'scopeId'>[]> {
  return store
    .selectFrom('notice')
    .select(['scope', 'event', 'severity', 'facts', 'at'])
    .where((eb) =>
      eb.or([
        eb.and({ scope: 'sender', scope_id: senderId }),
        ...(accountId === null ? [] : [eb.and({ scope: 'account', scope_id: accountId })]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
