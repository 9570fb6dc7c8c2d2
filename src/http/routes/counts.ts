// How many people came through a journey, node by node: once, or as a stream that tells of every change.

import { z } from 'zod';
import { journeyIdPattern } from '../../journey/fields.ts';
import { countJourney, type JourneyCounts } from '../../store/journey-counts.ts';
import { findNewestVersion, hasVersion } from '../../store/journey-list.ts';
import { type CountsAnswer, countsAnswer } from '../answers/counts.ts';
import { AppError } from '../app-error.ts';
import { eventStream, type LiveStreams } from '../live-streams.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const version = z.coerce.number().int().positive().max(2_147_483_647);
const asked = {
  params: z.object({ id: z.string().regex(journeyIdPattern) }),
  querystring: z.strictObject({
    version: z
      .union([z.literal('all'), version])
      .default('all')
      .describe('Of all versions together unless a number is given.'),
  }),
  problems: ['JOURNEY_UNKNOWN'],
} as const;

const countsSchema = {
  ...{ tags: ['Runs'], operationId: 'getCounts', summary: 'How many people came through a journey' },
  ...asked,
  response: { 200: countsAnswer },
};

const streamSchema = {
  ...{ tags: ['Runs'], operationId: 'streamCounts', summary: 'The same, whenever it has changed' },
  description: 'Server-sent events `counts`, each with a `CountsAnswer` as `data`.',
  ...asked,
  response: { 200: eventStream },
};

interface Counted {
  readonly journey: string;
  readonly version: number | null;
}

/** What is read for all who listen. */
type Read = JourneyCounts & Pick<CountsAnswer, 'newest'>;

export function addCountRoutes(app: Routes, { store, clock }: RouteContext, streams: LiveStreams): void {
  app.get(
    '/v1/journeys/:id/counts',
    { schema: countsSchema },
    async ({ params, query }): Promise<CountsAnswer> => {
      const counted = await getCountedOrThrow(params.id, query.version);
      return toAnswer(counted, await read(counted));
    },
  );

  app.get(
    '/v1/journeys/:id/counts/stream',
    { schema: streamSchema, exposeHeadRoute: false },
    async (request, reply) => {
      const counted = await getCountedOrThrow(request.params.id, request.query.version);
      return streams.open(request, reply, {
        event: 'counts',
        key: `counts ${counted.journey} ${counted.version ?? 'all'}`,
        read: () => read(counted),
        toBody: (counts) => toAnswer(counted, counts),
      });
    },
  );

  async function getCountedOrThrow(journey: string, asked: number | 'all'): Promise<Counted> {
    const number = asked === 'all' ? undefined : asked;
    if (!(await hasVersion(store, journey, number))) throw new AppError('JOURNEY_UNKNOWN');
    return { journey, version: number ?? null };
  }

  async function read({ journey, version }: Counted): Promise<Read> {
    const [counts, newest = 0] = await Promise.all([
      countJourney(store, journey, version ?? undefined),
      findNewestVersion(store, journey),
    ]);
    return { ...counts, newest };
  }

  function toAnswer(counted: Counted, read: Read): CountsAnswer {
    return { ...counted, asOf: new Date(clock.now()).toISOString(), ...read };
  }
}
