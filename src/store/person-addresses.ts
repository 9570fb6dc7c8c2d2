// The addresses that WhatsApp knows a person by: a phone, and business-scoped ids, which change with the phone and differ
// between portfolios (F§5.1). Every id that a person was ever seen under keeps leading to them, so that webhooks may come
// late and in any order.

import { sql } from 'kysely';
import { ulid } from 'ulid';
import { createId } from './ids.ts';
import { toStorableJson } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';

/** At least one of the three. */
export interface PersonAddress {
  /** E.164. */
  readonly phone?: string | undefined;
  readonly userId?: string | undefined;
  readonly parentUserId?: string | undefined;
}

export interface FoundPerson {
  readonly id: string;
  readonly phone: string | null;
  readonly businessScopedUserId: string | null;
  /** Nobody but WhatsApp has told us of them. */
  readonly isStranger: boolean;
}

/** What the external ids of strangers begin with, until the business names them by its own. */
const strangerPrefix = 'stranger:';

/** Everybody whom one of these addresses leads to: by phone first, then by the id we send to, then by any id ever seen. */
export async function listPersonsByAddress(
  db: Store | StoreTransaction,
  { phone, userId, parentUserId }: PersonAddress,
): Promise<FoundPerson[]> {
  const ids = [userId, parentUserId].filter((id) => id !== undefined);
  const { rows } = await sql<FoundPerson>`
    select person.id, person.phone, person.business_scoped_user_id as "businessScopedUserId",
      starts_with(person.external_id, ${strangerPrefix}) as "isStranger"
    from (
      select id, min(rank) as rank from (
        select id, 1 as rank from person where phone = ${phone ?? null}
        union all
        select id, 2 from person where business_scoped_user_id = any(${ids}::text[])
        union all
        select person_id, 3 from person_user_id where user_id = any(${ids}::text[])) as named
      group by id) as found
    join person using (id)
    order by rank, person.created_at`.execute(db);
  return rows;
}

/**
 * Keeps the ids that a webhook of this time names beside the person. Known ones stay with whom they were learnt of; the
 * one that was seen first most recently becomes the address to send to.
 */
export async function learnUserIds(
  trx: StoreTransaction,
  personId: string,
  { userId, parentUserId, at }: Omit<PersonAddress, 'phone'> & { readonly at: Date },
): Promise<void> {
  const named = [
    ...(userId === undefined ? [] : [{ user_id: userId, is_parent: false }]),
    ...(parentUserId === undefined ? [] : [{ user_id: parentUserId, is_parent: true }]),
  ];
  if (named.length === 0) return;
  const learnt = await trx
    .insertInto('person_user_id')
    .values(named.map((id) => ({ ...id, person_id: personId, seen_at: at })))
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .returning('user_id')
    .execute();
  if (learnt.length === 0) return;
  await sql`
    update person set business_scoped_user_id = newest.user_id, updated_at = now()
    from (
      select user_id from person_user_id
      where person_id = ${personId} and not is_parent
      order by seen_at desc, user_id limit 1) as newest
    where person.id = ${personId}
      and person.business_scoped_user_id is distinct from newest.user_id
      and not exists (select from person as other where other.business_scoped_user_id = newest.user_id)`.execute(
    trx,
  );
}

/** A person of whom only this is known. Fails with PostgreSQL's 23505 where the number has become somebody's meanwhile. */
export async function createStranger(
  trx: StoreTransaction,
  known: {
    readonly phone: string | undefined;
    readonly timeZone: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  },
): Promise<FoundPerson> {
  const { phone = null, timeZone, attributes } = known;
  const { id } = await trx
    .insertInto('person')
    .values({
      id: createId('per'),
      external_id: `${strangerPrefix}${ulid()}`,
      phone,
      time_zone: timeZone,
      attributes: toStorableJson(attributes),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, phone, businessScopedUserId: null, isStranger: true };
}

/** The stranger with this number gets the business's own id for them, unless that is somebody else's already. */
export async function nameStranger(
  db: Store | StoreTransaction,
  { phone, externalId }: { readonly phone: string; readonly externalId: string },
): Promise<void> {
  await sql`
    update person set external_id = ${externalId}, updated_at = now()
    where phone = ${phone} and starts_with(external_id, ${strangerPrefix})
      and not exists (select from person as other where other.external_id = ${externalId})`.execute(db);
}

/** Gives the person this number; false where it is another's, and nothing is changed. */
export async function movePhone(trx: StoreTransaction, personId: string, phone: string): Promise<boolean> {
  const moved = await trx
    .updateTable('person')
    .set({ phone, updated_at: sql<Date>`now()` })
    .where('id', '=', personId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person as other').select('other.id').where('other.phone', '=', phone))),
    )
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}
