// The message that found out whether a restriction is over has passed: the others follow.

import { endProbed } from '../store/restriction-probes.ts';
import { findSenderById, listSendersOfAccount, type StoredSender, sumPerSecond } from '../store/senders.ts';
import type { StoreTransaction } from '../store/store.ts';
import { wakeParked } from './wake-parked.ts';

/** @param sendId the send that found out */
export async function endRestrictions(trx: StoreTransaction, sendId: string): Promise<void> {
  const ended = await endProbed(trx, sendId);
  const senders = new Map<string, StoredSender>();
  for (const { scope, scopeId } of ended) {
    const one = scope === 'sender' ? await findSenderById(trx, scopeId) : undefined;
    const all = scope === 'account' ? await listSendersOfAccount(trx, scopeId) : [];
    for (const sender of one === undefined ? all : [one]) senders.set(sender.id, sender);
  }
  const perSecond = sumPerSecond([...senders.values()]);
  await wakeParked(trx, { senders: [...senders.keys()], policies: ['restrictions'], perSecond });
}
