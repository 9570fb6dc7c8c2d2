// Journeys and their published versions. A version is immutable: publishing the same meaning again gives the
// version that exists, anything else the next number.

import { toStorableJson, toStorableText } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface NewVersion {
  readonly journeyId: string;
  readonly hash: string;
  /** The text it was read from. */
  readonly source: string;
  /** The journey's document, as the language checked it. */
  readonly definition: unknown;
  /** The journeys that it awaits, by id: a later version of theirs changes nothing here. */
  readonly journeys: Readonly<Record<string, unknown>>;
  readonly chart: unknown;
  readonly chartHash: string;
  /** Event names that its runs wait for or exit by. */
  readonly events: readonly string[];
  readonly entryEvent: string | undefined;
  /** Inbound messages start it. */
  readonly entryInbound: boolean;
  /** What its publisher says of it. */
  readonly note?: string | undefined;
}

export interface JourneyVersion {
  readonly journeyId: string;
  readonly version: number;
  readonly hash: string;
  readonly chartHash: string;
  /** The journey's document, as the language checked it. */
  readonly definition: unknown;
}

/** `created` is false where the newest version has this hash already: it stays as it is, its note too. */
export async function publishVersion(
  trx: StoreTransaction,
  published: NewVersion,
): Promise<{ readonly version: number; readonly created: boolean }> {
  // The row's lock makes two publishers of one journey take turns.
  const { latest_version: latest } = await trx
    .insertInto('journey')
    .values({ id: published.journeyId, latest_version: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: published.journeyId }))
    .returning('latest_version')
    .executeTakeFirstOrThrow();
  const newest = await trx
    .selectFrom('journey_version')
    .select('hash')
    .where('journey_id', '=', published.journeyId)
    .where('version', '=', latest)
    .executeTakeFirst();
  if (newest?.hash === published.hash) return { version: latest, created: false };
  await insertVersion(trx, published, latest + 1);
  return { version: latest + 1, created: true };
}

export async function findLatestVersion(
  db: Store | StoreTransaction,
  journeyId: string,
): Promise<JourneyVersion | undefined> {
  return selectLatest(db).where('journey.id', '=', journeyId).executeTakeFirst();
}

/** The newest versions of these journeys; unknown ones are left out. */
export async function listLatestVersions(
  db: Store | StoreTransaction,
  journeyIds: readonly string[],
): Promise<JourneyVersion[]> {
  if (journeyIds.length === 0) return [];
  return selectLatest(db)
    .where('journey.id', 'in', [...journeyIds])
    .execute();
}

/** The newest versions that start by this event, of all journeys, in the order of their ids. */
export async function listVersionsEnteredBy(
  db: Store | StoreTransaction,
  event: string,
): Promise<JourneyVersion[]> {
  return selectLatest(db).where('entry_event', '=', event).orderBy('journey_version.journey_id').execute();
}

/** The newest versions that start by an inbound message, of all journeys, in the order of their ids. */
export async function listVersionsEnteredByInbound(db: Store | StoreTransaction): Promise<JourneyVersion[]> {
  return selectLatest(db).where('entry_inbound', '=', true).orderBy('journey_version.journey_id').execute();
}

/** The chart of a chart hash: what the workers' codec puts in the place of its reference. */
export async function findChart(db: Store | StoreTransaction, chartHash: string): Promise<unknown> {
  const row = await db
    .selectFrom('journey_version')
    .select('chart')
    .where('chart_hash', '=', chartHash)
    .limit(1)
    .executeTakeFirst();
  return row?.chart;
}

async function insertVersion(trx: StoreTransaction, published: NewVersion, version: number): Promise<void> {
  await trx
    .insertInto('journey_version')
    .values({
      journey_id: published.journeyId,
      version,
      hash: published.hash,
      chart_hash: published.chartHash,
      source: toStorableText(published.source),
      definition: toStorableJson(published.definition),
      journeys: toStorableJson(published.journeys),
      chart: toStorableJson(published.chart),
      events: [...published.events],
      entry_event: published.entryEvent ?? null,
      entry_inbound: published.entryInbound,
      note: published.note === undefined ? null : toStorableText(published.note),
    })
    .execute();
  await trx
    .updateTable('journey')
    .set({ latest_version: version })
    .where('id', '=', published.journeyId)
    .execute();
}

function selectVersion(db: Store | StoreTransaction) {
  return db
    .selectFrom('journey_version')
    .select([
      'journey_version.journey_id as journeyId',
      'journey_version.version',
      'journey_version.hash',
      'journey_version.chart_hash as chartHash',
      'journey_version.definition',
    ]);
}

/** Every journey's newest version. */
function selectLatest(db: Store | StoreTransaction) {
  return selectVersion(db).innerJoin('journey', (join) =>
    join
      .onRef('journey.id', '=', 'journey_version.journey_id')
      .onRef('journey.latest_version', '=', 'journey_version.version'),
  );
}
