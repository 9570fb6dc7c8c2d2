// What the API answers of templates: as Meta has them, and as journeys are checked against them.

import { z } from 'zod';
import type { TemplateInfo, TemplatePart } from '../../journey/surroundings.ts';
import { type Answer, count, instant, opaque } from './answer.ts';

const templatePart = opaque<TemplatePart>("A header, body, footer or the buttons, in Meta's words.");

const templateShape = z.object({
  name: z.string(),
  language: z.string(),
  header: z.enum(['text', 'image', 'video', 'document', 'location']).exactOptional(),
  headerParameters: count.exactOptional(),
  bodyParameters: z
    .union([z.array(z.string()), count])
    .exactOptional()
    .describe("Names of the body's parameters, or how many there are in order; absent where it isn't known."),
  buttons: z
    .array(z.object({ index: count, kind: z.string(), needed: z.boolean() }))
    .exactOptional()
    .describe("Buttons that can be given something, in Meta's words."),
});

export const templateInfo = templateShape
  .extend({
    category: z.string().describe('Upper case: `MARKETING`, `UTILITY`, `AUTHENTICATION`.'),
    status: z.string().describe('Upper case: `APPROVED`, `PAUSED` …'),
    quality: z.string().exactOptional(),
    components: z.array(templatePart).exactOptional(),
  })
  .meta({ id: 'TemplateInfo' }) satisfies z.ZodType<TemplateInfo>;

const templateSummary = templateShape
  .extend({
    account: z.string().describe('WhatsApp business account.'),
    category: z.string(),
    previousCategory: z.string().nullable(),
    announcedCategory: z.string().nullable().describe('What Meta has announced that it will be.'),
    status: z.string().nullable().describe("Meta's word; null while nobody told."),
    statusAt: instant.nullable(),
    reason: z.string().nullable(),
    state: z
      .enum(['sendable', 'passing', 'gone'])
      .describe('What that means to messages: they go out, wait, or are refused.'),
    quality: z.string().nullable(),
    components: z.array(templatePart),
    syncedAt: instant.nullable(),
  })
  .meta({ id: 'TemplateSummary', description: 'A template as Meta has it.' });
export type TemplateSummary = Answer<typeof templateSummary>;

const templateSync = z.object({
  account: z.string(),
  syncedAt: instant.nullable(),
  nextAt: instant,
  error: z.string().nullable(),
});

export const templateListAnswer = z
  .object({
    templates: z.array(templateSummary),
    syncs: z
      .array(templateSync)
      .describe("When each account's list was read, is read again, and what stopped the last try."),
  })
  .meta({ id: 'TemplateListAnswer' });
export type TemplateListAnswer = Answer<typeof templateListAnswer>;

const account = z.string();
const templateSyncOutcome = z
  .discriminatedUnion('state', [
    z.object({ account, state: z.literal('synced'), listed: count, changed: count, gone: count }),
    z.object({ account, state: z.literal('busy') }),
    z.object({ account, state: z.literal('waiting'), until: instant }),
    z.object({ account, state: z.literal('failed'), code: z.string(), until: instant }),
  ])
  .meta({ id: 'TemplateSyncOutcome' });
export type TemplateSyncOutcome = Answer<typeof templateSyncOutcome>;

export const templateSyncAnswer = z
  .object({ accounts: z.array(templateSyncOutcome) })
  .meta({ id: 'TemplateSyncAnswer' });
export type TemplateSyncAnswer = Answer<typeof templateSyncAnswer>;
