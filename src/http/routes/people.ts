// Persons, created or changed by the caller's own id for them.

import { personInput } from '../../people/person-input.ts';
import { savePerson } from '../../people/save-person.ts';
import type { RouteContext, Routes } from '../route-context.ts';

export function addPeopleRoutes(app: Routes, { store, clock }: RouteContext): void {
  app.post('/v1/people', { schema: { body: personInput } }, async (request, reply) => {
    const { id, created } = await savePerson(store, request.body, new Date(clock.now()));
    return reply.status(created ? 201 : 200).send({ id, externalId: request.body.externalId });
  });
}
