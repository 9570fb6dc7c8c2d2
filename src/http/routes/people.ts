// Persons, created or changed by the caller's own id for them, and read with their newest runs.

import { z } from 'zod';
import { externalIdSchema, personInput } from '../../people/person-input.ts';
import { savePerson } from '../../people/save-person.ts';
import { listConsents } from '../../store/consents.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { listRuns } from '../../store/run-list.ts';
import type { PersonAnswer } from '../answers.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { toRunSummary } from '../run-summary.ts';

const runsShown = 20;

export function addPeopleRoutes(app: Routes, { store, clock }: RouteContext): void {
  app.post('/v1/people', { schema: { body: personInput } }, async (request, reply) => {
    const { id, created } = await savePerson(store, request.body, new Date(clock.now()));
    return reply.status(created ? 201 : 200).send({ id, externalId: request.body.externalId });
  });

  app.get(
    '/v1/people/:id',
    { schema: { params: z.object({ id: externalIdSchema }) } },
    async ({ params }): Promise<PersonAnswer> => {
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
    },
  );
}
