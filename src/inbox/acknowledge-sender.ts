// An operator has seen why a sender was stopped and lets it go on: what has no end of its own and what was only believed
// after an error code is lifted, and whoever waited for it is let out at a chosen rate (F§4.7).

import type { Restriction } from '../messaging/sender-facts.ts';
import { addNotice } from '../store/notices.ts';
import { liftRestriction, readRestrictions } from '../store/restrictions.ts';
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
    const holding = await readRestrictions(trx, { senderId, accountId }, at);
    const lifted = holding.filter(isLiftable);
    if (lifted.length === 0) return undefined;
    for (const restriction of lifted) await liftRestriction(trx, restriction, { at, reason: 'acknowledged' });
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
function isLiftable({ kind, reason, until }: Restriction): boolean {
  return kind === 'soft-lock' || until === undefined || /^\d+$/.test(reason);
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
