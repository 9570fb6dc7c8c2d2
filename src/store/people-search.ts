// Persons found by what an operator knows of them, newest first, a page at a time. Ids are ULIDs, so their order is that of
// creation and the last id of a page is where the next one goes on.

import { type Expression, type SqlBool, sql } from 'kysely';
import type { Store } from './store.ts';

export interface PeopleSearch {
  /** How an external id, an e-mail address or a first name begins, whatever its case; or how a phone number ends. */
  readonly text?: string | undefined;
  /** The id after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface FoundPerson {
  readonly id: string;
  readonly externalId: string;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly timeZone: string;
  /** The attribute `firstName`, where it is a text. */
  readonly firstName: string | null;
}

/** Of the table `person`. */
export const firstName = sql<string | null>`
  case when jsonb_typeof(person.attributes -> 'firstName') = 'string' then person.attributes ->> 'firstName' end`;

/** Fewer digits than these would be those of too many. */
const fewestDigits = 4;

export async function searchPeople(
  store: Store,
  { text, after, limit }: PeopleSearch,
): Promise<FoundPerson[]> {
  let query = store
    .selectFrom('person')
    .select(['id', 'external_id as externalId', 'phone', 'locale', 'time_zone as timeZone'])
    .select(firstName.as('firstName'))
    .orderBy('id', 'desc')
    .limit(limit);
  if (text !== undefined) query = query.where((eb) => eb.or(toConditions(text)));
  if (after !== undefined) query = query.where('id', '<', after);
  return query.execute();
}

function toConditions(text: string): Expression<SqlBool>[] {
  const prefix = `${escapeLike(text.toLowerCase())}%`;
  const digits = findDigits(text);
  return [
    sql<SqlBool>`lower(external_id) like ${prefix}`,
    sql<SqlBool>`lower(email) like ${prefix}`,
    sql<SqlBool>`lower(attributes ->> 'firstName') like ${prefix}`,
    ...(digits === undefined
      ? []
      : [sql<SqlBool>`reverse(phone) like ${`${[...digits].reverse().join('')}%`}`]),
  ];
}

/** Of a number as people write it: separators, and the zero that stands for the country's code at home, are left out. */
function findDigits(text: string): string | undefined {
  if (!/^[+\d\s().-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^0+(?=\d{5})/, '');
  return digits.length < fewestDigits ? undefined : digits;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
