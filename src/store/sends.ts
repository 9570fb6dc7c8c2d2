// The ledger: sends, their attempts and the evidence about them. A send's key is (run, node, visit), so a
// re-execution finds what was done before. Decisions are made with the send's row locked.

import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Evidence, strongestEvidence } from '../messaging/evidence.ts';
import type { Channel } from '../messaging/message.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { AttemptTable, EvidenceTable, SendTable } from './tables/sends.ts';

export type Send = Selectable<SendTable>;
export type Attempt = Selectable<AttemptTable>;

export interface VisitKey {
  readonly runId: string;
  readonly node: string;
  readonly visit: number;
}

/** The send of a visit, locked; undefined before its first reservation. */
export async function lockSendOfVisit(
  trx: StoreTransaction,
  { runId, node, visit }: VisitKey,
): Promise<Send | undefined> {
  return trx
    .selectFrom('send')
    .selectAll()
    .where('run_id', '=', runId)
    .where('node', '=', node)
    .where('visit', '=', visit)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockSend(trx: StoreTransaction, id: string): Promise<Send> {
  return trx.selectFrom('send').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

export async function insertSend(trx: StoreTransaction, send: Insertable<SendTable>): Promise<Send> {
  return trx.insertInto('send').values(send).returningAll().executeTakeFirstOrThrow();
}

export async function updateSend(
  trx: StoreTransaction,
  id: string,
  change: Updateable<SendTable>,
): Promise<Send> {
  return trx
    .updateTable('send')
    .set({ ...change, updated_at: sql`now()` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** All attempts of a send, oldest first. */
export async function listAttempts(trx: StoreTransaction, sendId: string): Promise<Attempt[]> {
  return trx.selectFrom('attempt').selectAll().where('send_id', '=', sendId).orderBy('number').execute();
}

export async function insertAttempt(trx: StoreTransaction, attempt: Insertable<AttemptTable>): Promise<void> {
  await trx.insertInto('attempt').values(attempt).execute();
}

export async function updateAttempt(
  trx: StoreTransaction,
  token: string,
  change: Updateable<AttemptTable>,
): Promise<void> {
  await trx.updateTable('attempt').set(change).where('token', '=', token).execute();
}

export type FoundAttempt = Pick<Attempt, 'token' | 'send_id' | 'started_at' | 'provider_message_id'> &
  Pick<Send, 'person_id' | 'sender_id' | 'category'> & {
    /** Others wait for what becomes of it. */
    readonly is_restriction_probe: boolean;
  };

/** The attempt that a status is about: by our token, else by the provider's message id. Not locked. */
export async function findAttempt(
  db: Store | StoreTransaction,
  by: { readonly token?: string | undefined; readonly providerMessageId: string },
): Promise<FoundAttempt | undefined> {
  const query = db
    .selectFrom('attempt')
    .innerJoin('send', 'send.id', 'attempt.send_id')
    .select(['attempt.token', 'attempt.send_id', 'attempt.started_at', 'attempt.provider_message_id'])
    .select(['send.person_id', 'send.sender_id', 'send.category'])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('restriction').select('kind').whereRef('probe_send_id', '=', 'send.id'))
        .$castTo<boolean>()
        .as('is_restriction_probe'),
    );
  const byToken =
    by.token === undefined ? undefined : await query.where('attempt.token', '=', by.token).executeTakeFirst();
  return byToken ?? query.where('attempt.provider_message_id', '=', by.providerMessageId).executeTakeFirst();
}

export async function listEvidence(trx: StoreTransaction, sendId: string): Promise<Evidence[]> {
  return trx.selectFrom('evidence').select(['kind', 'code', 'token']).where('send_id', '=', sendId).execute();
}

/** Adds a fact; false when it was known. Keeps the send's `reached` for people to read. */
export async function addEvidence(trx: StoreTransaction, fact: Insertable<EvidenceTable>): Promise<boolean> {
  const added = await trx
    .insertInto('evidence')
    .values(fact)
    .onConflict((conflict) => conflict.columns(['send_id', 'kind', 'code', 'token']).doNothing())
    .returning('kind')
    .executeTakeFirst();
  if (added === undefined) return false;
  const reached = strongestEvidence(await listEvidence(trx, fact.send_id));
  await updateSend(trx, fact.send_id, {
    ...(reached === undefined ? {} : { reached }),
    ...(fact.kind === 'failed' ? { failed_code: fact.code ?? null } : {}),
  });
  return true;
}

/**
 * Ends what closed runs left open (terminated in the UI, for example): nobody waits for these sends any more. An
 * attempt found in flight is unknown; its evidence is still recorded when it comes. Returns how many sends.
 */
export async function abandonOrphanedSends(store: Store, closedForMs: number): Promise<number> {
  return store.transaction().execute(async (trx) => {
    const rows = await trx
      .updateTable('send')
      .from('run')
      .set({ state: 'abandoned', updated_at: sql`now()` })
      .whereRef('run.id', '=', 'send.run_id')
      .where('run.state', '=', 'closed')
      .where('run.closed_at', '<=', sql<Date>`now() - make_interval(secs => ${closedForMs} / 1000.0)`)
      .where('send.state', 'in', ['parked', 'sending', 'unknown'])
      .returning('send.id')
      .execute();
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await trx
      .updateTable('attempt')
      .set({ state: 'unknown', code: 'orphaned' })
      .where('send_id', 'in', ids)
      .where('state', '=', 'in_flight')
      .execute();
    return ids.length;
  });
}

/** Serialises what is decided about a person by counting their messages; held until the transaction ends. */
export async function lockCaps(trx: StoreTransaction, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('caps:' || ${personId}, 0))`.execute(trx);
}

export interface MarketingSend {
  readonly channel: Channel;
  readonly attempted: boolean;
  readonly outcome: string | null;
  readonly late: boolean;
  /** When it was last attempted, epoch milliseconds on the person's clock. */
  readonly at: number;
}

/** A person's marketing messages of all journeys with an attempt after `since`; one in flight counts as attempted. */
export async function listMarketingSends(
  trx: StoreTransaction,
  personId: string,
  since: Date,
): Promise<MarketingSend[]> {
  const rows = await trx
    .selectFrom('send')
    .innerJoin('attempt', 'attempt.send_id', 'send.id')
    .select(['send.channel', 'send.attempted', 'send.outcome', 'send.late', 'send.state'])
    .select((eb) => eb.fn.max('attempt.started_at').as('at'))
    .where('send.person_id', '=', personId)
    .where('send.category', '=', 'marketing')
    .where('attempt.state', 'in', ['in_flight', 'accepted', 'unknown'])
    .groupBy('send.id')
    .having((eb) => eb.fn.max('attempt.started_at'), '>', since)
    .execute();
  return rows.map(({ state, attempted, at, ...send }) => ({
    ...send,
    attempted: attempted || state === 'sending',
    at: at.getTime(),
  }));
}

/** Runs whose message waits at the gate for this person and sender. */
export async function listParkedRuns(
  trx: StoreTransaction,
  { personId, senderId }: { readonly personId: string; readonly senderId: string },
): Promise<{ readonly runId: string; readonly sendId: string }[]> {
  return trx
    .selectFrom('send')
    .select(['run_id as runId', 'id as sendId'])
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .where('state', '=', 'parked')
    .execute();
}

/** Runs whose message a policy holds at the gate, of all people. */
export async function listRunsParkedBy(db: Store | StoreTransaction, policy: string): Promise<string[]> {
  const rows = await db
    .selectFrom('send')
    .select('run_id')
    .where('state', '=', 'parked')
    .where('policy', '=', policy)
    .execute();
  return rows.map(({ run_id }) => run_id);
}

/** Runs whose message waits at the gate for this person, whichever sender it would go out from. */
export async function listParkedRunsOfPerson(trx: StoreTransaction, personId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('send')
    .select('run_id')
    .where('person_id', '=', personId)
    .where('state', '=', 'parked')
    .execute();
  return rows.map(({ run_id }) => run_id);
}

/** The send that a message from this person answers: the one it quotes, else the newest before it. */
export async function findSendToAnswer(
  trx: StoreTransaction,
  by: {
    readonly personId: string;
    readonly senderId: string;
    readonly contextId: string | undefined;
    readonly at: Date;
  },
): Promise<string | undefined> {
  const accepted = trx
    .selectFrom('send')
    .innerJoin('attempt', 'attempt.send_id', 'send.id')
    .select('send.id')
    .where('send.person_id', '=', by.personId)
    .where('send.sender_id', '=', by.senderId)
    // Whoever quotes a message has it, also where its answer is still under way.
    .where('attempt.state', 'in', [
      'accepted',
      'unknown',
      ...(by.contextId === undefined ? [] : ['in_flight' as const]),
    ])
    // Meta's times are whole seconds: what left within that second came first.
    .where('attempt.started_at', '<', new Date(by.at.getTime() + 1_000))
    .orderBy('attempt.started_at', 'desc')
    .limit(1);
  const quoted =
    by.contextId === undefined ? accepted : accepted.where('attempt.provider_message_id', '=', by.contextId);
  return (await quoted.executeTakeFirst())?.id;
}

/**
 * When this sender's first message after an instant was accepted, epoch ms: what begins free entry (F§4.1). One that failed
 * after all answers nobody, nor does a receipt, which has no id.
 */
export async function findFirstAnswer(
  trx: StoreTransaction,
  {
    personId,
    senderId,
    since,
  }: { readonly personId: string; readonly senderId: string; readonly since: Date },
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('attempt')
    .innerJoin('send', 'send.id', 'attempt.send_id')
    .select((eb) => eb.fn.min('attempt.started_at').as('at'))
    .where('send.person_id', '=', personId)
    .where('send.sender_id', '=', senderId)
    .where('attempt.state', '=', 'accepted')
    .where('attempt.started_at', '>=', since)
    .where('attempt.provider_message_id', 'is not', null)
    .where('send.failed_code', 'is', null)
    .executeTakeFirst();
  return (row?.at as Date | null | undefined)?.getTime();
}
