// Drafts of journeys, one for each id. A save names the revision that its author has seen; where another one stands it
// changes nothing, so that of two authors the second always hears of the first.

import { sql } from 'kysely';
import { toStorableJson } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface ListedDraft {
  readonly journeyId: string;
  /** As the text has it; null where it has none yet. */
  readonly name: unknown;
  readonly revision: number;
  /** The version it was begun from or last published as. */
  readonly baseVersion: number | null;
  readonly updatedAt: Date;
  /** Where one is asked for. */
  readonly source?: string | undefined;
}

export interface Draft extends Omit<ListedDraft, 'name' | 'source'> {
  readonly source: string;
}

/** What a save changes; what is left out stays. `source` must be storable text and comes with its `name`. */
export interface DraftChange {
  readonly text?: { readonly source: string; readonly name: unknown };
  readonly baseVersion?: number | null | undefined;
}

/** All drafts, the one saved last first. @param journeyId its draft alone, with its text */
export async function listDrafts(store: Store, journeyId?: string): Promise<ListedDraft[]> {
  const rows = await store
    .selectFrom('draft')
    .select([...summaryColumns, 'name'])
    .$if(journeyId !== undefined, (query) => query.select('source').where('journey_id', '=', journeyId ?? ''))
    .orderBy('updated_at', 'desc')
    .orderBy('journey_id')
    .execute();
  return rows.map(withNumber);
}

export async function findDraft(db: Store | StoreTransaction, journeyId: string): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .select([...summaryColumns, 'source'])
    .where('journey_id', '=', journeyId)
    .executeTakeFirst();
  return row && withNumber(row);
}

/** Undefined where there is one already. */
export async function insertDraft(
  store: Store,
  journeyId: string,
  { text, baseVersion = null }: DraftChange & Required<Pick<DraftChange, 'text'>>,
): Promise<Draft | undefined> {
  const row = await store
    .insertInto('draft')
    .values({ journey_id: journeyId, ...textColumns(text), base_version: baseVersion })
    .onConflict((conflict) => conflict.column('journey_id').doNothing())
    .returning([...summaryColumns, 'source'])
    .executeTakeFirst();
  return row && withNumber(row);
}

/** Undefined where the draft has another revision, or there is none. */
export async function updateDraft(
  db: Store | StoreTransaction,
  { journeyId, revision }: DraftKey,
  { text, baseVersion }: DraftChange,
): Promise<Draft | undefined> {
  const row = await db
    .updateTable('draft')
    .set({
      ...(text && textColumns(text)),
      ...(baseVersion !== undefined && { base_version: baseVersion }),
      revision: sql<string>`nextval('draft_revision')`,
      updated_at: sql<Date>`now()`,
    })
    .where('journey_id', '=', journeyId)
    .where('revision', '=', String(revision))
    .returning([...summaryColumns, 'source'])
    .executeTakeFirst();
  return row && withNumber(row);
}

/** False where the draft has another revision, or there is none. */
export async function deleteDraft(store: Store, { journeyId, revision }: DraftKey): Promise<boolean> {
  const { numDeletedRows } = await store
    .deleteFrom('draft')
    .where('journey_id', '=', journeyId)
    .where('revision', '=', String(revision))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A draft as its author has seen it. */
export interface DraftKey {
  readonly journeyId: string;
  readonly revision: number;
}

const summaryColumns = [
  'journey_id as journeyId',
  'revision',
  'base_version as baseVersion',
  'updated_at as updatedAt',
] as const;

function textColumns({ source, name }: NonNullable<DraftChange['text']>) {
  return { source, name: name === undefined ? null : toStorableJson(name) };
}

function withNumber<Row extends { readonly revision: string }>(row: Row) {
  return { ...row, revision: Number(row.revision) };
}
