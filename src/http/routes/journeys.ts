// Publishing journeys. The body is the journey's own text, so that problems can be told with lines and columns.

import { z } from 'zod';
import { type PublishAnswer, publishAnswer } from '../answers/journeys.ts';
import { AppError, aboutIssues, toErrorItems } from '../app-error.ts';
import { chooseLanguage, toProblemItem } from '../problem.ts';
import { checkJourney, publishJourney } from '../publish-journey.ts';
import { readSurroundings } from '../read-surroundings.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const schema = {
  ...{ tags: ['Journeys'], operationId: 'publishJourney', summary: 'Publishes a journey' },
  description: '201 for a new version, 200 where the newest means the same, or for a dry run.',
  querystring: z.strictObject({
    dryRun: z.stringbool().default(false).describe('Checks only; nothing is stored.'),
  }),
  // Bytes, whatever they are: what is wrong with them is an issue of the journey.
  body: z.unknown().meta({
    type: 'object',
    description:
      "The journey's own text (schemas/journey.v1.json), so that findings come with lines and columns.",
  }),
  problems: ['JOURNEY_INVALID'],
  response: { 200: publishAnswer, 201: publishAnswer },
} as const;

export function addJourneyRoutes(app: Routes, context: RouteContext): void {
  const { store, catalogue } = context;
  app.register(async (scope: Routes) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => done(null, body),
    );

    scope.post('/v1/journeys', { schema }, async (request, reply): Promise<PublishAnswer> => {
      const source = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const checked = checkJourney(source, catalogue, await readSurroundings(source, context));
      if (!checked.ok) throw new AppError('JOURNEY_INVALID', aboutIssues(checked.issues));
      const language = chooseLanguage(request.headers['accept-language']);
      const warnings = toErrorItems(checked.warnings).map((item) => toProblemItem(item, language));
      const { journeyId: id, hash } = checked.version;
      if (request.query.dryRun) return { id, hash, warnings };
      const { created, version } = await publishJourney(store, checked.version);
      reply.status(created ? 201 : 200);
      return { id, version, created, hash, warnings };
    });
  });
}
