// Applies a business event (DESIGN 4.2): first the person's live runs hear of it, then journeys that it starts are entered.

import type { Logger } from 'pino';
import { listVersionsEnteredBy } from '../store/journeys.ts';
import { findPerson } from '../store/people.ts';
import type { ApplyItem } from './apply-batch.ts';
import { enterJourneys } from './enter-journeys.ts';
import { eventPayload } from './event-item.ts';
import { tellEvent } from './tell-event.ts';

/** Builds the applier of `event` items. */
export function createApplyEvent({ log }: { readonly log: Logger }): ApplyItem {
  return async (trx, item, clock) => {
    const { person: personId, ...event } = eventPayload.parse(item.payload);
    const person = await findPerson(trx, personId);
    if (person === undefined) return [];
    const telling = { event: { ...event, at: new Date(event.at) }, person, clock, log };
    const signals = await tellEvent(trx, telling);
    const versions = await listVersionsEnteredBy(trx, event.name);
    const starts = await enterJourneys(trx, versions, { personId, event: event.data, clock, log });
    return [...signals, ...starts];
  };
}
