// All that the server knows around any journey, for a browser that checks and simulates by itself.

import { readStoredDefinition } from '../journey/read-definition.ts';
import { listLatestVersions } from '../store/journey-list.ts';
import { listSenderNames } from '../store/senders.ts';
import { readTemplateInfos } from '../store/template-info.ts';
import type { SurroundingsAnswer } from './answers/design.ts';
import type { RouteContext } from './route-context.ts';

export async function listSurroundings({
  store,
  clock,
}: Pick<RouteContext, 'store' | 'clock'>): Promise<SurroundingsAnswer> {
  const [versions, templates, senders] = await Promise.all([
    listLatestVersions(store),
    readTemplateInfos(store, clock.now()),
    listSenderNames(store),
  ]);
  const journeys = versions.map(({ journeyId, definition }) => [journeyId, readStoredDefinition(definition)]);
  return {
    templates: templates ?? null,
    // Before the first worker has started, nobody knows any.
    senders: senders.length === 0 ? null : senders,
    journeys: Object.fromEntries(journeys),
  };
}
