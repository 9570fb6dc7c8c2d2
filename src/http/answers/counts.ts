// What the API answers of how many people came through a journey.

import { z } from 'zod';
import type { JourneyCounts } from '../../store/journey-counts.ts';
import { type Answer, count, instant } from './answer.ts';

const nodeCounts = z
  .object({
    entered: count.describe('Visits; a run that comes again counts again.'),
    inside: count.describe('Visits of live runs that have not ended.'),
    outcomes: z.record(z.string(), count).describe('Visits by the word that they ended with.'),
  })
  .meta({ id: 'NodeCounts' });

const journeyCounts = z.object({
  entered: count.describe('Runs.'),
  live: count.describe('Runs that are not over.'),
  nodes: z.record(z.string(), nodeCounts),
}) satisfies z.ZodType<JourneyCounts>;

export const countsAnswer = journeyCounts
  .extend({
    journey: z.string(),
    version: z.int().nullable().describe('Null: all versions together.'),
    newest: count.describe('The newest version that is published: whoever listens learns of a new one.'),
    asOf: instant.describe('When they were told.'),
  })
  .meta({ id: 'CountsAnswer' });
export type CountsAnswer = Answer<typeof countsAnswer>;
