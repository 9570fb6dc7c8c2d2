// Creates or changes a person with their consents, in one transaction.

import { storeConsents, upsertPerson } from '../store/people.ts';
import { nameStranger } from '../store/person-addresses.ts';
import type { Store } from '../store/store.ts';
import type { PersonInput } from './person-input.ts';
import { timeZoneOfPhone } from './time-zones.ts';

/** A phone or business-scoped user id belongs to another person already. */
export class PersonTakenError extends Error {
  override readonly name = 'PersonTakenError';
  readonly code = 'PERSON_TAKEN';
  readonly field: 'phone' | 'businessScopedUserId';

  constructor(field: PersonTakenError['field']) {
    super(`Another person has this ${field}.`);
    this.field = field;
  }
}

/** @throws PersonTakenError */
export async function savePerson(
  store: Store,
  person: PersonInput,
  now: Date,
): Promise<{ readonly id: string; readonly created: boolean }> {
  const { consents = [], ...change } = person;
  const { phone, externalId } = change;
  try {
    return await store.transaction().execute(async (trx) => {
      if (phone != null) await nameStranger(trx, { phone, externalId });
      const saved = await upsertPerson(trx, { ...change, defaultTimeZone: timeZoneOfPhone(phone) });
      await storeConsents(
        trx,
        saved.id,
        consents.map(({ at, businessName = null, ...consent }) => ({
          ...consent,
          businessName,
          at: at === undefined ? now : new Date(at),
        })),
      );
      return saved;
    });
  } catch (error) {
    throw toTaken(error) ?? error;
  }
}

function toTaken(error: unknown): PersonTakenError | undefined {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  if (constraint === 'person_phone_key') return new PersonTakenError('phone');
  if (constraint === 'person_business_scoped_user_id_key')
    return new PersonTakenError('businessScopedUserId');
  return undefined;
}
