// Canaries of nodes: who may go first, how those fared, and what was decided. A decision locks the row, commits, and then
// the parked are woken; whoever is about to park holds the row in share.

import { type Selectable, sql } from 'kysely';
import type { CanaryState } from '../messaging/canary.ts';
import { failureOutcomes } from '../messaging/outcomes.ts';
import { createId } from './ids.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { CanaryTable } from './tables/canaries.ts';

export type Canary = Selectable<CanaryTable>;

export interface CanaryKey {
  readonly journeyId: string;
  readonly version: number;
  readonly node: string;
}

/**
 * The node's canary, made where there is none yet. Locked for whoever may become one of the first, in share for all
 * others: those must not all stand in one line.
 */
export async function enterCanary(
  trx: StoreTransaction,
  key: CanaryKey,
  { first, atLeast }: { readonly first: number; readonly atLeast: number },
): Promise<Canary> {
  const found = await selectCanary(trx, key).executeTakeFirst();
  if (found === undefined) await insertCanary(trx, key, { first, atLeast });
  const hasRoom = found === undefined || (found.state === 'counting' && found.admitted < found.first);
  const query = selectCanary(trx, key);
  return (hasRoom ? query.forUpdate() : query.forShare()).executeTakeFirstOrThrow();
}

async function insertCanary(
  trx: StoreTransaction,
  { journeyId, version, node }: CanaryKey,
  { first, atLeast }: { readonly first: number; readonly atLeast: number },
): Promise<void> {
  await trx
    .insertInto('canary')
    .values({ id: createId('can'), journey_id: journeyId, version, node, first, at_least: atLeast })
    .onConflict((conflict) => conflict.columns(['journey_id', 'version', 'node']).doNothing())
    .execute();
}

/** The send is one of the first. `decideAt` counts from the last of them. The row is locked. */
export async function admitToCanary(
  trx: StoreTransaction,
  { id }: Pick<Canary, 'id'>,
  { sendId, decideAt }: { readonly sendId: string; readonly decideAt: Date },
): Promise<void> {
  await trx
    .updateTable('canary')
    .set((eb) => ({
      admitted: eb('admitted', '+', 1),
      decide_at: sql<Date>`case when admitted + 1 >= first then ${decideAt}::timestamptz end`,
    }))
    .where('id', '=', id)
    .execute();
  await trx.updateTable('send').set({ canary: id }).where('id', '=', sendId).execute();
}

/** Those whose first messages are on their way. */
export async function listCountingCanaries(store: Store): Promise<Canary[]> {
  return store
    .selectFrom('canary')
    .selectAll()
    .where('state', '=', 'counting')
    .where('admitted', '>', 0)
    .execute();
}

/** How the first ones fared so far: delivered or better, and failed for certain. */
export async function countCanary(
  db: Store | StoreTransaction,
  id: string,
): Promise<{ readonly delivered: number; readonly failed: number }> {
  const isDelivered = sql<boolean>`coalesce(reached, '') in ('delivered', 'read', 'replied', 'clicked')`;
  const hasFailed = sql<boolean>`state = 'settled' and (failed_code is not null or outcome = any(${[...failureOutcomes]}::text[]))`;
  const { rows } = await sql<{ delivered: number; failed: number }>`
    select count(*) filter (where ${isDelivered})::integer as delivered,
      count(*) filter (where not ${isDelivered} and ${hasFailed})::integer as failed
    from send where canary = ${id}`.execute(db);
  return rows[0] ?? { delivered: 0, failed: 0 };
}

export async function storeCanaryCounts(
  store: Store,
  id: string,
  counts: { readonly delivered: number; readonly failed: number },
): Promise<void> {
  await store.updateTable('canary').set(counts).where('id', '=', id).execute();
}

export interface CanaryDecision {
  readonly state: Exclude<CanaryState, 'counting'>;
  readonly by: NonNullable<Canary['decided_by']>;
  readonly at: Date;
}

/** False where it was decided before; an operator decides all the same. */
export async function decideCanary(
  trx: StoreTransaction,
  id: string,
  { state, by, at }: CanaryDecision,
): Promise<boolean> {
  const change = trx
    .updateTable('canary')
    .set({ state, decided_by: by, decided_at: at })
    .where('id', '=', id);
  const decided = by === 'operator' ? change : change.where('state', '=', 'counting');
  const { numUpdatedRows } = await decided.executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Newest version first. */
export async function listCanaries(
  store: Store,
  {
    journeyId,
    node,
    version,
  }: { readonly journeyId: string; readonly node?: string; readonly version?: number },
): Promise<Canary[]> {
  const all = store.selectFrom('canary').selectAll().where('journey_id', '=', journeyId);
  const ofNode = node === undefined ? all : all.where('node', '=', node);
  const wanted = version === undefined ? ofNode : ofNode.where('version', '=', version);
  return wanted.orderBy('version', 'desc').orderBy('node').execute();
}

/** Runs whose message waits for how the first ones fare. */
export async function listRunsBehindCanary(
  trx: StoreTransaction,
  { journey_id, version, node }: Pick<Canary, 'journey_id' | 'version' | 'node'>,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('send')
    .innerJoin('run', 'run.id', 'send.run_id')
    .select('send.run_id')
    .where('send.state', '=', 'parked')
    .where('send.policy', '=', 'canary')
    .where('send.node', '=', node)
    .where('run.journey_id', '=', journey_id)
    .where('run.version', '=', version)
    .orderBy('send.id')
    .execute();
  return rows.map(({ run_id }) => run_id);
}

function selectCanary(trx: StoreTransaction, { journeyId, version, node }: CanaryKey) {
  return trx
    .selectFrom('canary')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .where('version', '=', version)
    .where('node', '=', node);
}
