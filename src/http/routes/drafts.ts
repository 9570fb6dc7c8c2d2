// Drafts: read, saved, deleted and published by who has seen what stands (`If-Match`).

import { z } from 'zod';
import { journeyIdPattern, nameSchema } from '../../journey/fields.ts';
import { sourceLimitBytes } from '../../journey/parse.ts';
import { listDrafts } from '../../store/drafts.ts';
import type { DraftAnswer, DraftListAnswer, DraftPublishAnswer } from '../answers-drafts.ts';
import { toErrorItems } from '../app-error.ts';
import { readSeen, readSeenRevision, toETag } from '../precondition.ts';
import { chooseLanguage, toProblemItem } from '../problem.ts';
import { publishDraft } from '../publish-draft.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { getDraftOrThrow, removeDraft, saveDraft, toDraftAnswer } from '../save-draft.ts';

/** Within JSON a text is up to three times as long: `é` may come as `\u00e9`, six bytes for two. */
const bodyLimitBytes = 3 * sourceLimitBytes;

const params = z.object({ id: z.string().regex(journeyIdPattern) });

const draftInput = z.strictObject({
  /** The journey's own text. */
  source: z.string(),
  baseVersion: z.int32().positive().nullable().optional(),
});

const publishInput = z.strictObject({
  note: z.string().trim().max(1_000).optional(),
  acceptWarnings: z.boolean().default(false),
});

export function addDraftRoutes(app: Routes, context: RouteContext): void {
  const { store } = context;

  app.get('/v1/drafts', async (): Promise<DraftListAnswer> => {
    const drafts = await listDrafts(store);
    return {
      drafts: drafts.map(({ journeyId: id, name, revision, baseVersion, updatedAt }) => ({
        ...{ id, revision, baseVersion },
        name: nameSchema.safeParse(name).data ?? null,
        updatedAt: updatedAt.toISOString(),
      })),
    };
  });

  app.get('/v1/drafts/:id', { schema: { params } }, async (request, reply): Promise<DraftAnswer> => {
    const draft = await getDraftOrThrow(store, request.params.id);
    reply.header('etag', toETag(draft.revision));
    return toDraftAnswer(draft);
  });

  app.put(
    '/v1/drafts/:id',
    { schema: { params, body: draftInput }, bodyLimit: bodyLimitBytes },
    async (request, reply): Promise<DraftAnswer> => {
      const seen = readSeen(request.headers);
      const { draft, created } = await saveDraft(store, { ...request.params, ...request.body, seen });
      reply.status(created ? 201 : 200).header('etag', toETag(draft.revision));
      return toDraftAnswer(draft);
    },
  );

  app.delete('/v1/drafts/:id', { schema: { params } }, async (request, reply) => {
    const revision = readSeenRevision(request.headers);
    await removeDraft(store, { journeyId: request.params.id, revision });
    return reply.status(204).send();
  });

  app.post(
    '/v1/drafts/:id/publish',
    { schema: { params, body: publishInput } },
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
