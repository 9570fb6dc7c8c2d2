// Follows a person to their new number or business-scoped id (F§2.4, F§5.1). What was sent before stays theirs: sends
// hang on the person, not on the number. Two records that turn out to be one human are never merged silently.

import type { Logger } from 'pino';
import { learnUserIds, listPersonsByAddress, movePhone } from '../store/person-addresses.ts';
import { listParkedRunsOfPerson } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { IdentityItem } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';
import type { RunSignal } from './run-signal.ts';

/**
 * Builds the applier of `identity` items. The old or the new addresses may be of two persons: then both keep what they
 * have, and the log names the two records for whoever can decide. Owed: wakes, since a new address may free what is parked.
 */
export function createApplyIdentity({ log }: { readonly log: Logger }): ApplyItem {
  return async (trx, { payload }) => {
    const item = payload as unknown as IdentityItem;
    const [person, ...others] = await listPersonsByAddress(trx, item.from);
    if (person === undefined) return [];
    const holders = await listPersonsByAddress(trx, item.to);
    const other = [...others, ...holders].find(({ id }) => id !== person.id);
    if (other !== undefined) {
      log.warn(
        { person: person.id, other: other.id },
        'WhatsApp addresses are of two persons: both are kept',
      );
      return [];
    }
    await learnUserIds(trx, person.id, { ...item.to, at: new Date(item.atMs) });
    const { phone } = item.to;
    // Another number than the one they leave was given to us meanwhile: the newer word is not Meta's.
    const leaves = person.phone === null || person.phone === item.from.phone;
    if (phone !== undefined && leaves) await movePhone(trx, person.id, phone);
    return wakeParked(trx, person.id);
  };
}

async function wakeParked(trx: StoreTransaction, personId: string): Promise<RunSignal[]> {
  const runs = await listParkedRunsOfPerson(trx, personId);
  return runs.map((runId) => ({ runId, signal: 'wake', body: { reason: 'identity' } }));
}
