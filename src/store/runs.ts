// Runs: one person's passage through one version. The row is written before the workflow is started (outbox) and
// says alone whether a run is closed.

import { sql } from 'kysely';
import { createId } from './ids.ts';
import { toStorableJson, toStorableText } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { RunState } from './tables/runs.ts';

export interface NewRun {
  readonly journeyId: string;
  readonly version: number;
  readonly personId: string;
  readonly key: string;
  /** The event or API body that starts it. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Rehearsals only: the person's offset. */
  readonly clockBaseMs: number;
  readonly rehearsed: boolean;
}

export interface Run extends NewRun {
  readonly id: string;
  readonly state: RunState;
  readonly outcome: string | null;
  readonly chartHash: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
}

/** A live run that an event concerns, with what decides how. */
export interface AwaitingRun {
  readonly id: string;
  readonly key: string;
  readonly journeyId: string;
  /** The version's exit rules, as the language checked them. */
  readonly exit: unknown;
}

/** Writes the row of a run to be started; undefined where this person has a live one of this journey and key. */
export async function createRun(
  db: Store | StoreTransaction,
  run: NewRun,
): Promise<{ readonly id: string } | undefined> {
  return db
    .insertInto('run')
    .values({
      id: createId('run'),
      journey_id: run.journeyId,
      version: run.version,
      person_id: run.personId,
      key: toStorableText(run.key),
      state: 'starting',
      event: toStorableJson(run.event),
      clock_base_ms: run.clockBaseMs,
      rehearsed: run.rehearsed,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'journey_id', 'key']).where('state', '<>', 'closed').doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
}

export async function findRun(db: Store | StoreTransaction, id: string): Promise<Run | undefined> {
  const row = await selectVersioned(db)
    .select([
      'run.id',
      'run.journey_id as journeyId',
      'run.version',
      'run.person_id as personId',
      'run.key',
      'run.state',
      'run.outcome',
      'run.event',
      'run.clock_base_ms as clockBaseMs',
      'run.rehearsed',
      'run.created_at as createdAt',
      'run.started_at as startedAt',
      'run.closed_at as closedAt',
      'journey_version.chart_hash as chartHash',
    ])
    .where('run.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, clockBaseMs: Number(row.clockBaseMs) };
}

export async function findRunState(db: Store | StoreTransaction, id: string): Promise<RunState | undefined> {
  const row = await db.selectFrom('run').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state;
}

export interface EarlierRun {
  readonly id: string;
  readonly state: RunState;
  readonly createdAt: Date;
  readonly clockBaseMs: number;
}

/** The live run or, failing that, the newest one of a person, journey and key. */
export async function findNewestRun(
  db: Store | StoreTransaction,
  { personId, journeyId, key }: Pick<NewRun, 'personId' | 'journeyId' | 'key'>,
): Promise<EarlierRun | undefined> {
  const row = await db
    .selectFrom('run')
    .select(['id', 'state', 'created_at as createdAt', 'clock_base_ms as clockBaseMs'])
    .where('person_id', '=', personId)
    .where('journey_id', '=', journeyId)
    .where('key', '=', toStorableText(key))
    .orderBy(sql`state <> 'closed'`, 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, clockBaseMs: Number(row.clockBaseMs) };
}

/** A person's live runs whose version names this event, oldest first. */
export async function listRunsAwaiting(
  db: Store | StoreTransaction,
  personId: string,
  event: string,
): Promise<AwaitingRun[]> {
  return selectVersioned(db)
    .select([
      'run.id',
      'run.key',
      'run.journey_id as journeyId',
      sql<unknown>`coalesce(journey_version.definition -> 'exit', '[]')`.as('exit'),
    ])
    .where('run.person_id', '=', personId)
    .where('run.state', '<>', 'closed')
    .where(sql<boolean>`${event} = any(journey_version.events)`)
    .orderBy('run.id')
    .execute();
}

/** Ids of runs that were to be started more than `olderThanMs` ago and were not. */
export async function listStartingRuns(
  store: Store,
  { olderThanMs, limit }: { readonly olderThanMs: number; readonly limit: number },
): Promise<string[]> {
  const rows = await store
    .selectFrom('run')
    .select('id')
    .where('state', '=', 'starting')
    .where('created_at', '<=', sql<Date>`now() - make_interval(secs => ${olderThanMs} / 1000.0)`)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of these ids whose row is not closed. */
export async function listLiveRunIds(store: Store, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await store
    .selectFrom('run')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .where('state', '<>', 'closed')
    .execute();
  return rows.map(({ id }) => id);
}

/** The workflow exists. A run that closed meanwhile stays closed. */
export async function markRunStarted(db: Store | StoreTransaction, id: string): Promise<void> {
  await db
    .updateTable('run')
    .set({ state: 'running', started_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'starting')
    .execute();
}

/** Closes a run once; the first outcome stands. Returns whether this call closed it. */
export async function closeRun(db: Store | StoreTransaction, id: string, outcome: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('run')
    .set({ state: 'closed', outcome, closed_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * A run that was reset after its end lives again, so that events and exit rules reach it. It stays closed where the
 * person has entered anew meanwhile: at most one run of a person, journey and key is live.
 */
export async function reopenRun(db: Store | StoreTransaction, id: string): Promise<void> {
  await sql`
    update run set state = 'running', outcome = null, closed_at = null
    where id = ${id} and state = 'closed' and not exists (
      select from run live
      where live.person_id = run.person_id and live.journey_id = run.journey_id and live.key = run.key
        and live.state <> 'closed')`.execute(db);
}

/** A person's live runs, oldest first. */
export async function listLiveRunsOf(
  db: Store | StoreTransaction,
  personId: string,
): Promise<readonly Pick<Run, 'id' | 'clockBaseMs'>[]> {
  const rows = await db
    .selectFrom('run')
    .select(['id', 'clock_base_ms as clockBaseMs'])
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .execute();
  return rows.map(({ id, clockBaseMs }) => ({ id, clockBaseMs: Number(clockBaseMs) }));
}

/** A live run of the person that goes by real time. */
export async function findOrdinaryRun(
  db: Store | StoreTransaction,
  personId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('run')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .where('rehearsed', '=', false)
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Runs with the version they are on. */
function selectVersioned(db: Store | StoreTransaction) {
  return db
    .selectFrom('run')
    .innerJoin('journey_version', (join) =>
      join
        .onRef('journey_version.journey_id', '=', 'run.journey_id')
        .onRef('journey_version.version', '=', 'run.version'),
    );
}
