// Business events: stored durably, then answered. What they start or end is decided by the dispatcher.

import { z } from 'zod';
import { toEventItem } from '../../inbox/event-item.ts';
import { isOfBusiness } from '../../journey/engine-events.ts';
import { eventNamePattern } from '../../journey/fields.ts';
import { externalIdSchema, personInput } from '../../people/person-input.ts';
import { savePerson } from '../../people/save-person.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { type EventAnswer, eventAnswer } from '../answers/people.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const eventInput = z.strictObject({
  person: z
    .union([externalIdSchema, personInput])
    .describe('An external id, or a whole person to create or change first.'),
  event: z.string().max(100).regex(eventNamePattern),
  id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("The caller's own id of this event: sent twice, it counts once."),
  at: z.iso.datetime({ offset: true }).optional().describe('When it happened; left out: now.'),
  data: z.record(z.string(), z.unknown()).default({}),
});

const schema = {
  ...{ tags: ['People'], operationId: 'sendEvent', summary: 'Tells that something happened to a person' },
  description: 'Stored durably, then answered. It starts and ends runs, and moves on those that wait for it.',
  body: eventInput,
  problems: ['EVENT_RESERVED', 'PERSON_TAKEN', 'PERSON_UNKNOWN'],
  response: { 202: eventAnswer },
} as const;

export function addEventRoutes(app: Routes, { store, inbox, clock }: RouteContext): void {
  app.post('/v1/events', { schema }, async (request, reply): Promise<EventAnswer> => {
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
    reply.status(202);
    return { event: id };
  });

  async function getPersonIdOrThrow(externalId: string): Promise<string> {
    const person = await findPersonByExternalId(store, externalId);
    if (person === undefined) throw new AppError('PERSON_UNKNOWN');
    return person.id;
  }
}
