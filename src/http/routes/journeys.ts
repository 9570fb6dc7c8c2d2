// Publishing journeys. The body is the journey's own text, so that problems can be told with lines and columns.

import { z } from 'zod';
import type { Issue } from '../../journey/issues.ts';
import { listSenderNames } from '../../store/senders.ts';
import { readTemplateInfos } from '../../store/template-info.ts';
import { AppError } from '../app-error.ts';
import { chooseLanguage, toProblemItem } from '../problem.ts';
import { checkJourney, publishJourney, readCalledJourneys } from '../publish-journey.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const query = z.strictObject({
  /** Checks only; nothing is stored. */
  dryRun: z.stringbool().default(false),
});

export function addJourneyRoutes(app: Routes, { store, catalogue, clock }: RouteContext): void {
  app.register(async (scope: Routes) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => done(null, body),
    );

    scope.post('/v1/journeys', { schema: { querystring: query } }, async (request, reply) => {
      const source = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const journeys = await readCalledJourneys(store, source, catalogue);
      const templates = await readTemplateInfos(store, clock.now());
      const senders = await listSenderNames(store);
      const checked = checkJourney(source, catalogue, {
        journeys,
        ...(templates && { templates }),
        // Before the first worker has started, nobody knows any.
        ...(senders.length > 0 && { senders }),
      });
      if (!checked.ok) throw new AppError('JOURNEY_INVALID', { items: toItems(checked.issues) });
      const language = chooseLanguage(request.headers['accept-language']);
      const warnings = toItems(checked.warnings).map((item) => toProblemItem(item, language));
      const { journeyId: id, hash } = checked.version;
      if (request.query.dryRun) return reply.send({ id, hash, warnings });
      const { created, version } = await publishJourney(store, checked.version);
      return reply.status(created ? 201 : 200).send({ id, version, created, hash, warnings });
    });
  });
}

function toItems(issues: readonly Issue[]) {
  return issues.map((issue) => ({ kind: 'issue' as const, issue }));
}
