// What the server knows around a journey's text: the journeys that it names, templates and senders. The same for a
// check, a dry run and a publish, so that what was found before holds then.

import type { Surroundings } from '../journey/surroundings.ts';
import { listSenderNames } from '../store/senders.ts';
import { readTemplateInfos } from '../store/template-info.ts';
import { readCalledJourneys } from './publish-journey.ts';
import type { RouteContext } from './route-context.ts';

export async function readSurroundings(
  source: string | Uint8Array,
  { store, catalogue, clock }: Pick<RouteContext, 'store' | 'catalogue' | 'clock'>,
): Promise<Surroundings> {
  const [journeys, templates, senders] = await Promise.all([
    readCalledJourneys(store, source, catalogue),
    readTemplateInfos(store, clock.now()),
    listSenderNames(store),
  ]);
  return {
    journeys,
    ...(templates && { templates }),
    // Before the first worker has started, nobody knows any.
    ...(senders.length > 0 && { senders }),
  };
}
