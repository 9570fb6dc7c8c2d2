// Publishing journeys. The body is the journey's own text, so that problems can be told with lines and columns.

import { z } from 'zod';
import { AppError, toErrorItems } from '../app-error.ts';
import { chooseLanguage, toProblemItem } from '../problem.ts';
import { checkJourney, publishJourney } from '../publish-journey.ts';
import { readSurroundings } from '../read-surroundings.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const query = z.strictObject({
  /** Checks only; nothing is stored. */
  dryRun: z.stringbool().default(false),
});

export function addJourneyRoutes(app: Routes, context: RouteContext): void {
  const { store, catalogue } = context;
  app.register(async (scope: Routes) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => done(null, body),
    );

    scope.post('/v1/journeys', { schema: { querystring: query } }, async (request, reply) => {
      const source = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const checked = checkJourney(source, catalogue, await readSurroundings(source, context));
      if (!checked.ok) throw new AppError('JOURNEY_INVALID', { items: toErrorItems(checked.issues) });
      const language = chooseLanguage(request.headers['accept-language']);
      const warnings = toErrorItems(checked.warnings).map((item) => toProblemItem(item, language));
      const { journeyId: id, hash } = checked.version;
      if (request.query.dryRun) return reply.send({ id, hash, warnings });
      const { created, version } = await publishJourney(store, checked.version);
      return reply.status(created ? 201 : 200).send({ id, version, created, hash, warnings });
    });
  });
}
