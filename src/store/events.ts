// Business events of people. Personal data: a run hears an event's name and id only, whoever decides reads it here.

import { toStorableJson } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface NewStoredEvent extends StoredEvent {
  readonly personId: string;
  readonly at: Date;
}

/** Stores an event once; insert it in the transaction that tells runs of it. */
export async function insertEvent(trx: StoreTransaction, event: NewStoredEvent): Promise<void> {
  const { id, personId, name, at, data } = event;
  await trx
    .insertInto('event')
    .values({ id, person_id: personId, name, at, data: toStorableJson(data) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findEvent(db: Store | StoreTransaction, id: string): Promise<StoredEvent | undefined> {
  return db.selectFrom('event').select(['id', 'name', 'data']).where('id', '=', id).executeTakeFirst();
}

/**
 * A person's events of these names since the run was entered, oldest first. Real time on both sides, so that it holds
 * for a rehearsed person too. The event by which the run was entered came before it.
 */
export async function listEventsSinceEntry(
  db: Store | StoreTransaction,
  {
    runId,
    names,
    limit,
  }: { readonly runId: string; readonly names: readonly string[]; readonly limit: number },
): Promise<StoredEvent[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom('event')
    .innerJoin('run', 'run.person_id', 'event.person_id')
    .select(['event.id', 'event.name', 'event.data'])
    .where('run.id', '=', runId)
    .where('event.name', 'in', [...names])
    .whereRef('event.heard_at', '>', 'run.created_at')
    .orderBy('event.heard_at')
    .limit(limit)
    .execute();
}
