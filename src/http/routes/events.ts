// Business events: stored durably, then answered. What they start or end is decided by the dispatcher.

import { z } from 'zod';
import { toEventItem } from '../../inbox/event-item.ts';
import { isOfBusiness } from '../../journey/engine-events.ts';
import { eventNamePattern } from '../../journey/fields.ts';
import { externalIdSchema, personInput } from '../../people/person-input.ts';
import { savePerson } from '../../people/save-person.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const eventInput = z.strictObject({
  /** An external id, or a whole person to create or change first. */
  person: z.union([externalIdSchema, personInput]),
  event: z.string().max(100).regex(eventNamePattern),
  /** The caller's own id of this event: sent twice, it counts once. */
  id: z.string().min(1).max(200).optional(),
  /** When it happened; left out: now. */
  at: z.iso.datetime({ offset: true }).optional(),
  data: z.record(z.string(), z.unknown()).default({}),
});

export function addEventRoutes(app: Routes, { store, inbox, clock }: RouteContext): void {
  app.post('/v1/events', { schema: { body: eventInput } }, async (request, reply) => {
    const { person, event, id: dedupeId, at, data } = request.body;
    if (!isOfBusiness(event)) throw new AppError('EVENT_RESERVED', { facts: { event } });
    const now = new Date(clock.now());
    const personId =
      typeof person === 'string'
        ? await getPersonIdOrThrow(person)
        : (await savePerson(store, person, now)).id;
    const { id, item } = toEventItem({
      personId,
      name: event,
      dedupeId,
      at: at === undefined ? now : new Date(at),
      data,
    });
    await inbox.add([item]);
    return reply.status(202).send({ event: id });
  });

  async function getPersonIdOrThrow(externalId: string): Promise<string> {
    const person = await findPersonByExternalId(store, externalId);
    if (person === undefined) throw new AppError('PERSON_UNKNOWN');
    return person.id;
  }
}
