// Drafts: read, saved, deleted and published by who has seen what stands (`If-Match`).

import { z } from 'zod';
import { journeyIdPattern, nameSchema } from '../../journey/fields.ts';
import { sourceLimitBytes } from '../../journey/parse.ts';
import { listDrafts } from '../../store/drafts.ts';
import { noContent } from '../answers/answer.ts';
import {
  type DraftAnswer,
  type DraftListAnswer,
  type DraftPublishAnswer,
  draftAnswer,
  draftListAnswer,
  draftPublishAnswer,
} from '../answers/drafts.ts';
import { toErrorItems } from '../app-error.ts';
import { newDraftHeader, readSeen, readSeenRevision, seenHeaders, toETag } from '../precondition.ts';
import { chooseLanguage, toProblemItem } from '../problem.ts';
import { publishDraft } from '../publish-draft.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { getDraftOrThrow, removeDraft, saveDraft, toDraftAnswer } from '../save-draft.ts';

/** Within JSON a text is up to three times as long: `é` may come as `\u00e9`, six bytes for two. */
const bodyLimitBytes = 3 * sourceLimitBytes;

const params = z.object({ id: z.string().regex(journeyIdPattern) });

const draftInput = z.strictObject({
  source: z.string().describe("The journey's own text."),
  baseVersion: z
    .int32()
    .positive()
    .nullable()
    .optional()
    .describe('The version it was begun from; left out, what is stored stays.'),
});

const publishInput = z.strictObject({
  note: z.string().trim().max(1_000).optional().describe('Kept with the version where it is a new one.'),
  acceptWarnings: z.boolean().default(false).describe('The caller has read the warnings.'),
});

const listSchema = {
  ...{ tags: ['Drafts'], operationId: 'listDrafts', summary: 'All drafts, or the one of a journey' },
  querystring: z.strictObject({
    id: params.shape.id
      .optional()
      .describe('Of a journey: its draft alone, with its text; none is no problem.'),
  }),
  response: { 200: draftListAnswer },
};

const readSchema = {
  ...{ tags: ['Drafts'], operationId: 'getDraft', summary: 'One draft, with its ETag' },
  params,
  problems: ['DRAFT_UNKNOWN'],
  response: { 200: draftAnswer },
} as const;

const saveSchema = {
  ...{
    tags: ['Drafts'],
    operationId: 'saveDraft',
    summary: 'Saves a draft, whatever is wrong with its text',
  },
  description:
    'A stale save gets 409 with `current`: the draft that stands. Sent again after a lost answer it is done.',
  ...{ params, headers: seenHeaders.extend({ 'if-none-match': newDraftHeader }), body: draftInput },
  problems: [
    'DRAFT_ID',
    'DRAFT_STALE',
    'DRAFT_TEXT',
    'DRAFT_UNCONDITIONAL',
    'DRAFT_UNKNOWN',
    'VERSION_UNKNOWN',
  ],
  response: { 200: draftAnswer, 201: draftAnswer },
} as const;

const deleteSchema = {
  ...{ tags: ['Drafts'], operationId: 'deleteDraft', summary: 'Deletes a draft' },
  ...{ params, headers: seenHeaders },
  problems: ['DRAFT_STALE', 'DRAFT_UNCONDITIONAL', 'DRAFT_UNKNOWN'],
  response: { 204: noContent },
} as const;

const publishSchema = {
  ...{ tags: ['Drafts'], operationId: 'publishDraft', summary: 'Publishes exactly the draft that was seen' },
  description: 'The draft stays, with a new revision.',
  ...{ params, headers: seenHeaders, body: publishInput },
  problems: ['DRAFT_STALE', 'DRAFT_UNCONDITIONAL', 'DRAFT_UNKNOWN', 'JOURNEY_INVALID', 'JOURNEY_WARNINGS'],
  response: { 200: draftPublishAnswer, 201: draftPublishAnswer },
} as const;

export function addDraftRoutes(app: Routes, context: RouteContext): void {
  const { store } = context;

  app.get('/v1/drafts', { schema: listSchema }, async ({ query }): Promise<DraftListAnswer> => {
    const drafts = await listDrafts(store, query.id);
    return {
      drafts: drafts.map(({ journeyId: id, name, revision, baseVersion, updatedAt, source }) => ({
        ...{ id, revision, baseVersion },
        ...(source === undefined ? {} : { source }),
        name: nameSchema.safeParse(name).data ?? null,
        updatedAt: updatedAt.toISOString(),
      })),
    };
  });

  app.get('/v1/drafts/:id', { schema: readSchema }, async (request, reply): Promise<DraftAnswer> => {
    const draft = await getDraftOrThrow(store, request.params.id);
    reply.header('etag', toETag(draft.revision));
    return toDraftAnswer(draft);
  });

  app.put(
    '/v1/drafts/:id',
    { schema: saveSchema, bodyLimit: bodyLimitBytes },
    async (request, reply): Promise<DraftAnswer> => {
      const seen = readSeen(request.headers);
      const { draft, created } = await saveDraft(store, { ...request.params, ...request.body, seen });
      reply.status(created ? 201 : 200).header('etag', toETag(draft.revision));
      return toDraftAnswer(draft);
    },
  );

  app.delete('/v1/drafts/:id', { schema: deleteSchema }, async (request, reply) => {
    const revision = readSeenRevision(request.headers);
    await removeDraft(store, { journeyId: request.params.id, revision });
    return reply.status(204).send();
  });

  app.post(
    '/v1/drafts/:id/publish',
    { schema: publishSchema },
    async (request, reply): Promise<DraftPublishAnswer> => {
      const revision = readSeenRevision(request.headers);
      const { note, acceptWarnings } = request.body;
      const asked = { journeyId: request.params.id, revision, note: note || undefined, acceptWarnings };
      const { warnings, ...published } = await publishDraft(asked, context);
      const language = chooseLanguage(request.headers['accept-language']);
      reply.status(published.created ? 201 : 200).header('etag', toETag(published.revision));
      return {
        ...published,
        warnings: toErrorItems(warnings).map((item) => toProblemItem(item, language)),
      };
    },
  );
}
