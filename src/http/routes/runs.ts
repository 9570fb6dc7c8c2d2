// Runs, listed and explained: once, or as a stream that tells of every change.

import { z } from 'zod';
import { journeyIdPattern, nodeIdPattern, outcomePattern } from '../../journey/fields.ts';
import { externalIdSchema } from '../../people/person-input.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { listRuns } from '../../store/run-list.ts';
import { type RunListAnswer, runAnswer, runListAnswer } from '../answers/runs.ts';
import { AppError } from '../app-error.ts';
import { eventStream, type LiveStreams } from '../live-streams.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { readRunAnswer } from '../run-answer.ts';
import { toRunSummary } from '../run-summary.ts';

const word = z.string().max(200).regex(outcomePattern);

const listQuery = z.strictObject({
  journey: z.string().regex(journeyIdPattern).optional(),
  person: externalIdSchema.optional().describe("The person's external id."),
  state: z.enum(['starting', 'running', 'closed']).optional(),
  version: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  outcome: word.optional().describe('How the run ended.'),
  node: z.string().regex(nodeIdPattern).optional().describe('A node that it has come to.'),
  left: z
    .string()
    .transform((text) => (text === '' ? null : text.split(',')))
    .pipe(z.array(word).max(100).nullable())
    .optional()
    .describe(
      'With `node`: how a visit of it ended, any of these words, with commas between them; empty: the run is in it now.',
    ),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^run_[0-9A-HJKMNP-TV-Z]{26}$/)
    .optional()
    .describe('`next` of the page before.'),
});

const listSchema = {
  ...{ tags: ['Runs'], operationId: 'listRuns', summary: 'Runs, newest first' },
  querystring: listQuery,
  problems: ['PERSON_UNKNOWN'],
  response: { 200: runListAnswer },
} as const;

const oneRun = { params: z.object({ id: z.string() }), problems: ['RUN_UNKNOWN'] } as const;

const readSchema = {
  ...{ tags: ['Runs'], operationId: 'getRun', summary: 'One run: its path with reasons' },
  ...oneRun,
  response: { 200: runAnswer },
};

const streamSchema = {
  ...{ tags: ['Runs'], operationId: 'streamRun', summary: 'The same, whenever it has changed' },
  description: 'Server-sent events `run`, each with a `RunAnswer` as `data`.',
  ...oneRun,
  response: { 200: eventStream },
};

export function addRunRoutes(app: Routes, context: RouteContext, streams: LiveStreams): void {
  const { store } = context;

  app.get('/v1/runs', { schema: listSchema }, async ({ query }): Promise<RunListAnswer> => {
    const { journey: journeyId, person, limit, cursor: after, ...filter } = query;
    const personId = person === undefined ? undefined : await getPersonIdOrThrow(person);
    // One more than asked for tells whether there is another page.
    const found = await listRuns(store, { ...filter, journeyId, personId, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last !== undefined ? { next: last.id } : {};
    return { runs: page.map(toRunSummary), ...next };
  });

  app.get('/v1/runs/:id', { schema: readSchema }, ({ params }) => readRunAnswer(context, params.id));

  app.get('/v1/runs/:id/stream', { schema: streamSchema, exposeHeadRoute: false }, async (request, reply) => {
    const read = () => readRunAnswer(context, request.params.id);
    const { id } = await read();
    return streams.open(request, reply, { event: 'run', key: `run ${id}`, read });
  });

  async function getPersonIdOrThrow(externalId: string): Promise<string> {
    const person = await findPersonByExternalId(store, externalId);
    if (person === undefined) throw new AppError('PERSON_UNKNOWN');
    return person.id;
  }
}
