// What a check of a journey answers, as a schema of what `checkSource` makes: who asks the server and who asks the canvas's
// worker get the same.

import { z } from 'zod';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';
import type { Analysis } from '../../journey/proofs/worst-case.ts';
import type { OmittedIssues } from '../../journey/tell-issues.ts';
import { count, localizedText } from './answer.ts';

const path = z.array(z.union([z.string(), z.number()]));

const checkIssue = z
  .object({
    code: z.string().describe('Durable: docs/issues.en.md.'),
    severity: z.enum(['error', 'warning']),
    path,
    range: z
      .object({ line: count, column: count, endLine: count, endColumn: count })
      .nullable()
      .describe('Lines and columns count from 1; the end is exclusive.'),
    facts: z.unknown().describe('What the words are made of; which ones hangs on the code.'),
    text: localizedText,
    hint: localizedText,
  })
  .meta({ id: 'CheckIssue' }) satisfies z.ZodType<Loosely<CheckIssue, 'code' | 'facts'>>;

const omittedIssues = z
  .object({ errors: count, warnings: count })
  .describe('Issues beyond those, counted.') satisfies z.ZodType<OmittedIssues>;

const bound = z.number().nullable();
const messageBounds = z.object({
  total: bound,
  perDay: bound.describe('In any 24 hours.'),
});

const analysis = z
  .object({
    messages: messageBounds,
    byChannel: z.record(z.string(), messageBounds),
    longestMs: bound.describe('From entry to end, at most.'),
    cost: z
      .object({ currency: z.string(), most: bound, unpriced: z.array(z.string()) })
      .exactOptional()
      .describe('Where prices are known.'),
    starts: z
      .array(z.string())
      .describe('Journeys that are started and not awaited: their messages come on top.'),
    unknownCalls: z.array(z.string()).describe('Awaited journeys that are not at hand.'),
  })
  .meta({
    id: 'Analysis',
    description: 'Worst cases of one person. Null: nothing bounds it.',
  }) satisfies z.ZodType<Analysis>;

const templateName = z.object({ name: z.string(), language: z.string() }).nullable();

const nodeOutline = z
  .object({
    type: z.string(),
    isExact: z.boolean().describe('False where the config does not fit the type yet.'),
    outcomes: z.array(z.string()),
    successes: z.array(z.string()).describe('Those that `*` does not match.'),
    terminal: z.boolean().describe('Nothing follows it.'),
    annotation: z.boolean().describe('A remark: it needs no edges.'),
    waits: z.boolean().describe('A run may rest here.'),
    longestMs: bound,
    channel: z.string().nullable(),
    template: templateName,
    alternate: templateName.describe("Goes out while the template can't."),
    awaits: z.string().nullable().describe('The evidence that counts as success.'),
    category: z.string().nullable(),
    sender: z.string().nullable(),
    copies: count.describe('How many messages one visit may send.'),
    inVain: z
      .array(z.string())
      .describe(
        'Those of `outcomes` after which the same channel does no better soon: with any message, or with marketing.',
      ),
    freeForm: z.boolean().describe('It needs an open window of the person …'),
    waitsForWindow: z.boolean().describe('… and waits for one.'),
    events: z.array(z.string()),
    quotes: z.array(z.object({ path, node: z.string() })),
    calls: z.object({ journey: z.string(), awaited: z.boolean() }).nullable(),
  })
  .meta({ id: 'NodeOutline' }) satisfies z.ZodType<NodeOutline>;

export const checkAnswer = z
  .object({
    issues: z
      .array(checkIssue)
      .describe('In the order of the text; of more than a thousand the first ones, errors before warnings.'),
    omitted: omittedIssues,
    analysis: analysis.nullable().describe("Null while some node can't be read."),
    hash: z.string().nullable().describe('Names the meaning; null where there are errors.'),
    nodes: z.record(z.string(), nodeOutline).describe('The nodes that can be read and whose type is known.'),
  })
  .meta({ id: 'CheckAnswer' }) satisfies z.ZodType<Record<keyof CheckAnswer, unknown>>;

/** The same members, of which some are not told in full. */
type Loosely<Whole, Key extends keyof Whole> = Omit<Whole, Key> & { readonly [Member in Key]: unknown };
