// Persons and their consents. Personal data lives here and goes no further than who has to use it.

import { sql } from 'kysely';
import type { Channel } from '../messaging/message.ts';
import { createId } from './ids.ts';
import { toStorableJson, toStorableText } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface Person {
  readonly id: string;
  readonly externalId: string;
  readonly phone: string | null;
  readonly businessScopedUserId: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly timeZone: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Rehearsals only: how far this person's clock is ahead of real time. */
  readonly clockOffsetMs: number;
}

/** What a caller says of a person; a field left out keeps what is stored, null clears it. */
export interface PersonChange {
  readonly externalId: string;
  readonly phone?: string | null | undefined;
  readonly businessScopedUserId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly timeZone?: string | undefined;
  /** Used for a new person where `timeZone` is not given. */
  readonly defaultTimeZone: string;
  /** Replaces all attributes. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

export interface Consent {
  readonly channel: Channel;
  /** Empty for all topics of the channel. */
  readonly topic: string;
  readonly state: 'in' | 'out';
  readonly source: string;
  /** The business that the person agreed with, as it was named to them (F§4.10); null where nobody said. */
  readonly businessName: string | null;
  readonly at: Date;
}

/** Creates the person or changes what is named. Fails with PostgreSQL's 23505 where a phone is another's. */
export async function upsertPerson(
  db: Store | StoreTransaction,
  change: PersonChange,
): Promise<{ readonly id: string; readonly created: boolean }> {
  const given = Object.entries({
    phone: change.phone,
    business_scoped_user_id: change.businessScopedUserId,
    email: change.email,
    locale: change.locale,
    time_zone: change.timeZone,
    attributes: change.attributes === undefined ? undefined : toStorableJson(change.attributes),
  }).filter(([, value]) => value !== undefined);
  const { id, created } = await db
    .insertInto('person')
    .values({
      id: createId('per'),
      external_id: change.externalId,
      time_zone: change.defaultTimeZone,
      attributes: '{}',
      ...Object.fromEntries(given),
    })
    .onConflict((conflict) =>
      conflict
        .column('external_id')
        .doUpdateSet({ ...Object.fromEntries(given), updated_at: sql<Date>`now()` }),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('created')])
    .executeTakeFirstOrThrow();
  return { id, created };
}

/**
 * Stores consents; of two for the same channel and topic the newer stands, whatever order they come in, and of two of the
 * same instant the opt-out.
 */
export async function storeConsents(
  db: Store | StoreTransaction,
  personId: string,
  consents: readonly Consent[],
): Promise<void> {
  for (const { channel, topic, state, source, businessName, at } of consents) {
    await db
      .insertInto('consent')
      .values({
        person_id: personId,
        channel,
        topic,
        state,
        source: toStorableText(source),
        business_name: businessName === null ? null : toStorableText(businessName),
        changed_at: at,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'channel', 'topic'])
          .doUpdateSet((eb) => ({
            state: eb.ref('excluded.state'),
            source: eb.ref('excluded.source'),
            business_name: eb.ref('excluded.business_name'),
            changed_at: eb.ref('excluded.changed_at'),
          }))
          .where((eb) =>
            eb.or([
              eb('consent.changed_at', '<', at),
              eb.and([
                eb('consent.changed_at', '=', at),
                eb.or([eb('consent.state', '=', 'in'), eb('excluded.state', '=', 'out')]),
              ]),
            ]),
          ),
      )
      .execute();
  }
}

/** All of them anew; the person's row is locked. */
export async function storeAttributes(
  trx: StoreTransaction,
  personId: string,
  attributes: Person['attributes'],
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ attributes: toStorableJson(attributes), updated_at: sql<Date>`now()` })
    .where('id', '=', personId)
    .execute();
}

/** Moves a rehearsed person's clock; 0 puts it back to real time. */
export async function storeClockOffset(
  db: Store | StoreTransaction,
  personId: string,
  offsetMs: number,
): Promise<void> {
  await db.updateTable('person').set({ clock_offset_ms: offsetMs }).where('id', '=', personId).execute();
}

/** Of everybody whose clock is ahead. */
export async function listRehearsedPhones(
  store: Store,
): Promise<readonly { readonly phone: string; readonly clockOffsetMs: number }[]> {
  const rows = await store
    .selectFrom('person')
    .select(['phone', 'clock_offset_ms'])
    .where('clock_offset_ms', '<>', '0')
    .where('phone', 'is not', null)
    .$narrowType<{ phone: string }>()
    .execute();
  return rows.map(({ phone, clock_offset_ms }) => ({ phone, clockOffsetMs: Number(clock_offset_ms) }));
}

export async function findPerson(db: Store | StoreTransaction, id: string): Promise<Person | undefined> {
  return toPerson(await selectPerson(db).where('id', '=', id).executeTakeFirst());
}

export async function findPersonByExternalId(
  db: Store | StoreTransaction,
  externalId: string,
): Promise<Person | undefined> {
  return toPerson(await selectPerson(db).where('external_id', '=', externalId).executeTakeFirst());
}

/** Serialises what is decided about one person: held until the transaction ends. Doesn't block foreign keys. */
export async function lockPerson(trx: StoreTransaction, id: string): Promise<Person | undefined> {
  return toPerson(await selectPerson(trx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst());
}

type ScopedField = 'externalId' | 'phone' | 'email' | 'locale' | 'timeZone' | 'attributes';

/** `person` as expressions and texts see it: attributes at the top, our own fields over them. Its id is the caller's own. */
export function toPersonScope(person: Pick<Person, ScopedField>): Readonly<Record<string, unknown>> {
  const own = {
    id: person.externalId,
    phone: person.phone,
    email: person.email,
    locale: person.locale,
    timeZone: person.timeZone,
  };
  const known = Object.entries(own).filter(([, value]) => value !== null);
  return { ...person.attributes, ...Object.fromEntries(known) };
}

function selectPerson(db: Store | StoreTransaction) {
  return db
    .selectFrom('person')
    .select([
      'id',
      'external_id as externalId',
      'phone',
      'business_scoped_user_id as businessScopedUserId',
      'email',
      'locale',
      'time_zone as timeZone',
      'attributes',
      'clock_offset_ms as clockOffsetMs',
    ]);
}

function toPerson(
  row: (Omit<Person, 'clockOffsetMs'> & { readonly clockOffsetMs: string }) | undefined,
): Person | undefined {
  return row === undefined ? undefined : { ...row, clockOffsetMs: Number(row.clockOffsetMs) };
}
