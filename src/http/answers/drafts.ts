// What the API answers of drafts.

import { z } from 'zod';
import { nameSchema } from '../../journey/fields.ts';
import { type Answer, instant } from './answer.ts';
import { publishAnswer } from './journeys.ts';

const draftSummary = z
  .object({
    id: z.string().describe("The journey's."),
    name: nameSchema.nullable().describe('Null where the text has none yet.'),
    revision: z.int(),
    updatedAt: instant,
    baseVersion: z.int().nullable().describe('The version it was begun from or last published as.'),
  })
  .meta({ id: 'DraftSummary' });
export type DraftSummary = Answer<typeof draftSummary>;

const source = z.string().describe("The journey's own text, whatever is wrong with it.");

export const draftListAnswer = z
  .object({
    drafts: z
      .array(
        draftSummary.extend({ source: source.optional().describe('Where one was asked for by its id.') }),
      )
      .describe('The one saved last first.'),
  })
  .meta({ id: 'DraftListAnswer' });
export type DraftListAnswer = Answer<typeof draftListAnswer>;

export const draftAnswer = draftSummary
  .omit({ name: true })
  .extend({ source })
  .meta({ id: 'DraftAnswer', description: 'Its ETag is the revision in quotes.' });
export type DraftAnswer = Answer<typeof draftAnswer>;

export const draftPublishAnswer = publishAnswer
  .extend({
    version: z.int(),
    created: z.boolean().describe('False where the newest version means the same.'),
    revision: z.int().describe('Of the draft, whose `baseVersion` is `version` now.'),
  })
  .meta({ id: 'DraftPublishAnswer' });
export type DraftPublishAnswer = Answer<typeof draftPublishAnswer>;
