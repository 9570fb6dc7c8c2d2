// Who wrote: found by whichever of phone, business-scoped id and parent id came, and what is new about them is learnt, so
// that the next webhook may come without the phone (F§5.1).

import type { Logger } from 'pino';
import {
  type FoundPerson,
  learnUserIds,
  listPersonsByAddress,
  movePhone,
} from '../store/person-addresses.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { WebhookPerson } from '../whatsapp/webhook/items.ts';

export interface Naming {
  /** When Meta named them so. */
  readonly at: Date;
  readonly log: Logger;
}

/** The person, or undefined for a stranger. Where the addresses lead to several, the first counts and nothing is learnt. */
export async function recognisePerson(
  trx: StoreTransaction,
  named: WebhookPerson,
  { at, log }: Naming,
): Promise<FoundPerson | undefined> {
  const [person, other] = await listPersonsByAddress(trx, named);
  if (person === undefined) return undefined;
  if (other !== undefined) {
    log.warn({ person: person.id, other: other.id }, 'one WhatsApp user is known as two persons');
    return person;
  }
  if (named.userId !== person.businessScopedUserId || named.parentUserId !== undefined)
    await learnUserIds(trx, person.id, { ...named, at });
  // Found by id, so nobody has this number yet. One that we have is not replaced: Meta rewrites some numbers (F§1.1).
  if (person.phone === null && named.phone !== undefined) await movePhone(trx, person.id, named.phone);
  return person;
}
