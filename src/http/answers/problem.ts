// What the API answers where something is wrong: an RFC 9457 problem document with a code, and the place of each finding.

import { z } from 'zod';
import { appErrorCodes } from '../app-error.ts';
import { type Answer, count } from './answer.ts';

export const problemItem = z
  .object({
    code: z
      .string()
      .describe(
        '`J…` for issues of a journey (docs/issues.en.md), `INPUT_…` and `PERSON_…` for what was sent.',
      ),
    severity: z.enum(['error', 'warning']),
    path: z.string().describe('JSON pointer into the body.'),
    line: count.exactOptional().describe('Lines and columns count from 1; the end is exclusive.'),
    column: count.exactOptional(),
    endLine: count.exactOptional(),
    endColumn: count.exactOptional(),
    detail: z.string(),
    hint: z.string().exactOptional(),
  })
  .meta({ id: 'ProblemItem' });
export type ProblemItem = Answer<typeof problemItem>;

export const problem = z
  .looseObject({
    type: z.string().describe('A URN of the code.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(appErrorCodes).describe('What to branch on: it never changes its meaning.'),
    detail: z.string().describe('What is wrong, in the language of `accept-language` (en, ko).'),
    hint: z.string().describe('What to do next.'),
    errors: z.array(problemItem).exactOptional().describe('All findings at once.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Some codes bring facts as further members.' });
export type Problem = Answer<typeof problem>;
