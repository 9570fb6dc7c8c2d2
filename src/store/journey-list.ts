// Published journeys, listed for people: the newest version of each, and any version by its number.

import type { JourneyVersion } from './journeys.ts';
import type { Store } from './store.ts';

export interface ListedVersion extends JourneyVersion {
  readonly publishedAt: Date;
}

/** The newest version of every journey, in the order of their ids. */
export async function listLatestVersions(store: Store): Promise<ListedVersion[]> {
  return selectListed(store)
    .innerJoin('journey', (join) =>
      join
        .onRef('journey.id', '=', 'journey_version.journey_id')
        .onRef('journey.latest_version', '=', 'journey_version.version'),
    )
    .orderBy('journey_version.journey_id')
    .execute();
}

export interface FoundVersion extends ListedVersion {
  /** As its author wrote it. */
  readonly source: string;
}

/** One version; the newest where no number is given. */
export async function findVersion(
  store: Store,
  journeyId: string,
  version?: number,
): Promise<FoundVersion | undefined> {
  const ofJourney = selectListed(store)
    .select('journey_version.source')
    .where('journey_version.journey_id', '=', journeyId)
    .orderBy('journey_version.version', 'desc')
    .limit(1);
  const asked = version === undefined ? ofJourney : ofJourney.where('journey_version.version', '=', version);
  return asked.executeTakeFirst();
}

/** Whether it is published; under this number, where one is given. */
export async function hasVersion(store: Store, journeyId: string, version?: number): Promise<boolean> {
  const ofJourney = store
    .selectFrom('journey_version')
    .select('version')
    .where('journey_id', '=', journeyId)
    .limit(1);
  const asked = version === undefined ? ofJourney : ofJourney.where('version', '=', version);
  return (await asked.executeTakeFirst()) !== undefined;
}

/** The number of its newest version; undefined where it has not been published. */
export async function findNewestVersion(store: Store, journeyId: string): Promise<number | undefined> {
  const journey = await store
    .selectFrom('journey')
    .select('latest_version')
    .where('id', '=', journeyId)
    .executeTakeFirst();
  return journey?.latest_version;
}

function selectListed(store: Store) {
  return store
    .selectFrom('journey_version')
    .select([
      'journey_version.journey_id as journeyId',
      'journey_version.version',
      'journey_version.hash',
      'journey_version.chart_hash as chartHash',
      'journey_version.definition',
      'journey_version.created_at as publishedAt',
    ]);
}
