// An operator has seen why a sender was stopped and lets it go on: what has no end of its own and what was only believed
// after an error code is lifted, and whoever waited for it is let out at a chosen rate (F§4.7).

import type { Restriction } from '../messaging/sender-facts.ts';
import { addNotice } from '../store/notices.ts';
import { isBelieved, liftRestriction, lockRestrictions } from '../store/restrictions.ts';
import { listSendersOfAccount, type StoredSender } from '../store/senders.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import { wakeParked } from './wake-parked.ts';

export interface Acknowledged {
  /** What was lifted. */
  readonly lifted: readonly Restriction[];
  /** Sends that are let out, and how long that takes. */
  readonly sends: number;
  readonly seconds: number;
}

/** Undefined where there is nothing that an operator could lift. */
export async function acknowledgeSender(
  store: Store,
  sender: StoredSender,
  { perSecond, at }: { readonly perSecond: number; readonly at: Date },
): Promise<Acknowledged | undefined> {
  return store.transaction().execute(async (trx) => {
    const { id: senderId, accountId } = sender;
    const lifted: Restriction[] = [];
    for (const restriction of await lockRestrictions(trx, { senderId, accountId }, at)) {
      // Meta's clock may be ahead of ours: it is lifted all the same.
      const liftAt = restriction.since > at ? restriction.since : at;
      if (!isLiftable(restriction)) continue;
      if (await liftRestriction(trx, restriction, { at: liftAt, reason: 'acknowledged' }))
        lifted.push(restriction);
    }
    if (lifted.length === 0) return undefined;
    const facts = { restrictions: lifted.map(({ kind }) => kind).join(', '), perSecond: String(perSecond) };
    await addNotice(trx, {
      ...{ scope: 'sender', scopeId: senderId, event: 'ACKNOWLEDGED', severity: 'info' },
      ...{ facts, at },
    });
    const senders = await concernedBy(trx, sender, lifted);
    return {
      lifted,
      ...(await wakeParked(trx, { senders, policies: ['restrictions', 'account'], perSecond })),
    };
  });
}

/** A restriction of Meta's with an end holds until then, whoever has seen it. A code's was our own belief. */
function isLiftable(restriction: Restriction): boolean {
  const { kind, until } = restriction;
  return kind === 'soft-lock' || until === undefined || isBelieved(restriction);
}

/** What was on the account held back all its numbers. */
async function concernedBy(
  trx: StoreTransaction,
  { id, accountId }: StoredSender,
  lifted: readonly Restriction[],
): Promise<readonly string[]> {
  const isAccount = lifted.some(({ scope }) => scope === 'account');
  if (!isAccount || accountId === null) return [id];
  return (await listSendersOfAccount(trx, accountId)).map((sender) => sender.id);
}
