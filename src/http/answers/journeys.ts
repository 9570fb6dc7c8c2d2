// What the API answers of published journeys.

import { z } from 'zod';
import type { Definition } from '../../journey/definition.ts';
import { nameSchema } from '../../journey/fields.ts';
import { type Answer, instant, opaque } from './answer.ts';
import { problemItem } from './problem.ts';

export const publishAnswer = z
  .object({
    id: z.string(),
    hash: z.string().describe('Names the meaning.'),
    version: z.int().exactOptional().describe('Absent in a dry run.'),
    created: z
      .boolean()
      .exactOptional()
      .describe('False where the newest version means the same; absent in a dry run.'),
    warnings: z.array(problemItem),
  })
  .meta({ id: 'PublishAnswer' });
export type PublishAnswer = Answer<typeof publishAnswer>;

export const journeySummary = z
  .object({
    id: z.string(),
    name: nameSchema,
    version: z.int(),
    hash: z.string(),
    entry: z.enum(['event', 'api', 'campaign', 'inbound', 'schedule']).describe('How people come in.'),
    publishedAt: instant,
  })
  .meta({ id: 'JourneySummary' });
export type JourneySummary = Answer<typeof journeySummary>;
export type EntryKind = JourneySummary['entry'];

export const journeyListAnswer = z
  .object({ journeys: z.array(journeySummary) })
  .meta({ id: 'JourneyListAnswer' });
export type JourneyListAnswer = Answer<typeof journeyListAnswer>;

/** Only what the checker accepted is ever stored, so it is not looked into again. */
export const storedDefinition = opaque<Definition>('A journey: schemas/journey.v1.json.');

export const journeyAnswer = journeySummary
  .extend({
    source: z.string().describe('As its author wrote it, comments and all: what a draft begins from.'),
    definition: storedDefinition,
  })
  .meta({ id: 'JourneyAnswer' });
export type JourneyAnswer = Answer<typeof journeyAnswer>;
