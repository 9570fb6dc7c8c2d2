// Makes a person of a stranger who wrote to us, for journeys that say so (`"strangers": true`): known by what Meta told,
// their phone or business-scoped id and the name they gave themselves. They have agreed to nothing: marketing is refused,
// answers in their window are not.

import { createStranger, type FoundPerson, learnUserIds } from '../store/person-addresses.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { InboundItem } from '../whatsapp/webhook/items.ts';

export async function takeInStranger(
  trx: StoreTransaction,
  { from, profileName, atMs }: InboundItem,
  timeZone: string,
): Promise<FoundPerson> {
  const attributes = profileName === undefined ? {} : { profileName };
  const person = await createStranger(trx, { phone: from.phone, timeZone, attributes });
  await learnUserIds(trx, person.id, { ...from, at: new Date(atMs) });
  return person;
}
