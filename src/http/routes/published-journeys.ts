// What is published: the newest version of every journey, and any version with its definition.

import { z } from 'zod';
import type { Definition } from '../../journey/definition.ts';
import type { Trigger } from '../../journey/entry.ts';
import { journeyIdPattern } from '../../journey/fields.ts';
import {
  type FoundVersion,
  findVersion,
  type ListedVersion,
  listLatestVersions,
} from '../../store/journey-list.ts';
import {
  type EntryKind,
  type JourneyAnswer,
  type JourneyListAnswer,
  type JourneySummary,
  journeyAnswer,
  journeyListAnswer,
} from '../answers/journeys.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const id = z.string().regex(journeyIdPattern);
const number = z.coerce.number().int().positive().max(2_147_483_647);

const listSchema = {
  ...{ tags: ['Journeys'], operationId: 'listJourneys', summary: 'The newest version of every journey' },
  response: { 200: journeyListAnswer },
};

const found = { problems: ['JOURNEY_UNKNOWN'], response: { 200: journeyAnswer } } as const;

const newestSchema = {
  ...{ tags: ['Journeys'], operationId: 'getJourney', summary: 'The newest version of a journey' },
  params: z.object({ id }),
  ...found,
};

const versionSchema = {
  ...{ tags: ['Journeys'], operationId: 'getVersion', summary: 'One version of a journey' },
  params: z.object({ id, version: number }),
  ...found,
};

export function addPublishedJourneyRoutes(app: Routes, { store }: RouteContext): void {
  app.get('/v1/journeys', { schema: listSchema }, async (): Promise<JourneyListAnswer> => {
    return { journeys: (await listLatestVersions(store)).map(toSummary) };
  });

  app.get('/v1/journeys/:id', { schema: newestSchema }, async ({ params }) =>
    toAnswer(await findVersion(store, params.id)),
  );

  app.get('/v1/journeys/:id/versions/:version', { schema: versionSchema }, async ({ params }) =>
    toAnswer(await findVersion(store, params.id, params.version)),
  );
}

function toAnswer(version: FoundVersion | undefined): JourneyAnswer {
  if (version === undefined) throw new AppError('JOURNEY_UNKNOWN');
  return { ...toSummary(version), source: version.source, definition: definitionOf(version) };
}

function toSummary(version: ListedVersion): JourneySummary {
  const { name, entry } = definitionOf(version);
  return {
    id: version.journeyId,
    name,
    version: version.version,
    hash: version.hash,
    entry: kindOf(entry.on),
    publishedAt: version.publishedAt.toISOString(),
  };
}

/** Only what the checker accepted is ever stored. */
function definitionOf({ definition }: ListedVersion): Definition {
  return definition as Definition;
}

function kindOf(trigger: Trigger): EntryKind {
  if ('event' in trigger) return 'event';
  if ('api' in trigger) return 'api';
  if ('campaign' in trigger) return 'campaign';
  return 'inbound' in trigger ? 'inbound' : 'schedule';
}
