// Persons: created or changed by the caller's own id for them, found by what is known of them, read with their newest runs.

import { z } from 'zod';
import { maskPhone } from '../../journey/mask-phone.ts';
import { externalIdSchema, personInput } from '../../people/person-input.ts';
import { savePerson } from '../../people/save-person.ts';
import { listConsents } from '../../store/consents.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { type FoundPerson, searchPeople } from '../../store/people-search.ts';
import { listRuns } from '../../store/run-list.ts';
import {
  type PeopleAnswer,
  type PersonAnswer,
  type PersonSummary,
  peopleAnswer,
  personAnswer,
  type SavedPersonAnswer,
  savedPersonAnswer,
} from '../answers/people.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { toRunSummary } from '../run-summary.ts';

const runsShown = 20;

const listQuery = z.strictObject({
  // PostgreSQL takes no NUL.
  search: z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\0]*$/)
    .optional()
    .describe('How an external id, an e-mail address or a first name begins, or how a phone number ends.'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .regex(/^per_[0-9A-HJKMNP-TV-Z]{26}$/)
    .optional()
    .describe('`next` of the page before.'),
});

const saveSchema = {
  ...{ tags: ['People'], operationId: 'savePerson', summary: 'Creates or changes a person' },
  description: 'By your own id for them: a field left out keeps what is stored, null clears it.',
  body: personInput,
  problems: ['PERSON_TAKEN'],
  response: { 200: savedPersonAnswer, 201: savedPersonAnswer },
} as const;

const listSchema = {
  ...{ tags: ['People'], operationId: 'listPeople', summary: 'People, newest first' },
  querystring: listQuery,
  response: { 200: peopleAnswer },
};

const readSchema = {
  ...{ tags: ['People'], operationId: 'getPerson', summary: 'One person, with consents and newest runs' },
  params: z.object({ id: externalIdSchema.describe('External id.') }),
  problems: ['PERSON_UNKNOWN'],
  response: { 200: personAnswer },
} as const;

export function addPeopleRoutes(app: Routes, { store, clock }: RouteContext): void {
  app.post('/v1/people', { schema: saveSchema }, async (request, reply): Promise<SavedPersonAnswer> => {
    const { id, created } = await savePerson(store, request.body, new Date(clock.now()));
    reply.status(created ? 201 : 200);
    return { id, externalId: request.body.externalId };
  });

  app.get('/v1/people', { schema: listSchema }, async ({ query }): Promise<PeopleAnswer> => {
    const { search, limit, cursor: after } = query;
    const text = search === '' ? undefined : search;
    // One more than asked for tells whether there is another page.
    const found = await searchPeople(store, { text, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last !== undefined ? { next: last.id } : {};
    return { people: page.map(toSummary), ...next };
  });

  app.get('/v1/people/:id', { schema: readSchema }, async ({ params }): Promise<PersonAnswer> => {
    const person = await findPersonByExternalId(store, params.id);
    if (person === undefined) throw new AppError('PERSON_UNKNOWN');
    const { id, externalId, phone, email, locale, timeZone, attributes } = person;
    const [consents, runs] = await Promise.all([
      listConsents(store, id),
      listRuns(store, { personId: id, limit: runsShown }),
    ]);
    return {
      ...{ id, externalId, phone, email, locale, timeZone, attributes },
      consents: consents.map((consent) => ({ ...consent, at: consent.at.toISOString() })),
      runs: runs.map(toRunSummary),
    };
  });
}

function toSummary({ phone, firstName, ...person }: FoundPerson): PersonSummary {
  return {
    ...person,
    phone: phone === null ? null : maskPhone(phone),
    ...(firstName === null ? {} : { name: firstName }),
  };
}
