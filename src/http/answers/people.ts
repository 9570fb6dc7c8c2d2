// What the API answers of people, and of the events that are told about them.

import { z } from 'zod';
import { type Answer, instant, nextPage } from './answer.ts';
import { runSummary } from './runs.ts';

const consent = z.object({
  channel: z.string(),
  topic: z.string().describe('Empty: all topics of the channel.'),
  state: z.enum(['in', 'out']),
  source: z.string(),
  businessName: z.string().nullable(),
  at: instant,
});

export const personAnswer = z
  .object({
    id: z.string(),
    externalId: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    locale: z.string().nullable(),
    timeZone: z.string(),
    attributes: z.record(z.string(), z.unknown()),
    consents: z.array(consent),
    runs: z.array(runSummary).describe('The newest.'),
  })
  .meta({ id: 'PersonAnswer' });
export type PersonAnswer = Answer<typeof personAnswer>;

export const savedPersonAnswer = z
  .object({ id: z.string(), externalId: z.string() })
  .meta({ id: 'SavedPersonAnswer' });
export type SavedPersonAnswer = Answer<typeof savedPersonAnswer>;

const personSummary = z
  .object({
    id: z.string(),
    externalId: z.string(),
    phone: z.string().nullable().describe('Masked: its country and its last four digits.'),
    locale: z.string().nullable(),
    timeZone: z.string(),
    name: z.string().exactOptional().describe('The attribute `firstName`; absent where there is none.'),
  })
  .meta({ id: 'PersonSummary' });
export type PersonSummary = Answer<typeof personSummary>;

export const peopleAnswer = z
  .object({ people: z.array(personSummary).describe('Newest first.'), next: nextPage })
  .meta({ id: 'PeopleAnswer' });
export type PeopleAnswer = Answer<typeof peopleAnswer>;

export const eventAnswer = z
  .object({ event: z.string().describe('Our id of it.') })
  .meta({ id: 'EventAnswer' });
export type EventAnswer = Answer<typeof eventAnswer>;
