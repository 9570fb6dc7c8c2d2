// What a visit was answered when its node changed something: found again, nothing is changed a second time. Written in
// the transaction of the change, with the run's row locked.

import { sql } from 'kysely';
import type { Json } from '../machine/chart.ts';
import type { VisitKey } from './sends.ts';
import { toStorableJson } from './storable-json.ts';
import type { StoreTransaction } from './store.ts';

/** Serialises what is changed on behalf of a run; held until the transaction ends. Doesn't block foreign keys. */
export async function lockRun(trx: StoreTransaction, runId: string): Promise<void> {
  await trx.selectFrom('run').select('id').where('id', '=', runId).forNoKeyUpdate().execute();
}

export async function findVisitAnswer(
  trx: StoreTransaction,
  { runId, node, visit }: VisitKey,
): Promise<unknown> {
  const row = await trx
    .selectFrom('visit_answer')
    .select('answer')
    .where('run_id', '=', runId)
    .where('node', '=', node)
    .where('visit', '=', visit)
    .executeTakeFirst();
  return row?.answer;
}

export async function insertVisitAnswer(
  trx: StoreTransaction,
  { runId, node, visit }: VisitKey,
  answer: unknown,
): Promise<void> {
  await trx
    .insertInto('visit_answer')
    .values({ run_id: runId, node, visit, answer: toStorableJson(answer) })
    .execute();
}

/** Sets variables of a run; those not named stay. */
export async function setVars(
  trx: StoreTransaction,
  runId: string,
  vars: { readonly [name: string]: Json },
): Promise<void> {
  await sql`update run set vars = vars || ${toStorableJson(vars)}::jsonb where id = ${runId}`.execute(trx);
}
