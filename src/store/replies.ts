// Answers of a person to messages of a run: which message each is about, and which node has heard it. The answer's words
// are in the event of the same id.

import { sql } from 'kysely';
import type { StoredEvent } from './events.ts';
import type { VisitKey } from './sends.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface NewReply {
  readonly eventId: string;
  readonly runId: string;
  /** The message that it answers. */
  readonly sendId: string;
  /** It names that message; else it only came after it. */
  readonly quotes: boolean;
  readonly at: Date;
}

/** Stores an answer once, beside its event. */
export async function insertReply(trx: StoreTransaction, reply: NewReply): Promise<void> {
  const { eventId, runId, sendId, quotes, at } = reply;
  await trx
    .insertInto('reply')
    .values({ event_id: eventId, run_id: runId, send_id: sendId, quotes, at })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .execute();
}

/**
 * Answers that no node of the run has heard, oldest first, to the newest message of `to`, or of the run: what quotes it,
 * or only came when it or a later one of the run was the newest. None before it has left. What the answer was to decides,
 * not the time: what leads to a message may come within the second in which that leaves.
 */
export async function listReplies(
  db: Store | StoreTransaction,
  { runId, to, limit }: { readonly runId: string; readonly to: string | undefined; readonly limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    with sent as (
      select send.id, send.node, max(attempt.started_at) as left_at
      from send join attempt on attempt.send_id = send.id
      where send.run_id = ${runId} and send.channel = 'whatsapp' and attempt.state in ('accepted', 'unknown')
      group by send.id)
    select event.id, event.name, event.data
    from reply
    join event on event.id = reply.event_id
    join sent as answered on answered.id = reply.send_id,
    (select left_at, id from sent where ${to ?? null}::text is null or node = ${to ?? null}
      order by left_at desc, id desc limit 1) as meant
    where reply.run_id = ${runId} and reply.taken_by is null
      and case when reply.quotes and ${to ?? null}::text is not null
        -- An earlier copy of the same node's message will do. Meta's times are whole seconds.
        then answered.node = ${to ?? null} and reply.at > meant.left_at - interval '1 second'
        else (answered.left_at, answered.id) >= (meant.left_at, meant.id) end
    order by reply.at, event.heard_at
    limit ${limit}`.execute(db);
  return rows;
}

/** The visit has heard this answer: no other one will. The run's row is locked. */
export async function takeReply(
  trx: StoreTransaction,
  { runId, node, visit }: VisitKey,
  eventId: string,
): Promise<void> {
  await trx
    .updateTable('reply')
    .set({ taken_by: `${node}#${visit}` })
    .where('event_id', '=', eventId)
    .where('run_id', '=', runId)
    .execute();
  await awaitReplies(trx, runId, null);
}

/** The run waits for an answer until then, on its own clock; null: no longer. */
export async function awaitReplies(
  db: Store | StoreTransaction,
  runId: string,
  until: Date | null,
): Promise<void> {
  await db.updateTable('run').set({ reply_due_at: until }).where('id', '=', runId).execute();
}

/** Whether the run waits for an answer at this instant of its clock. */
export async function isReplyAwaited(
  db: Store | StoreTransaction,
  runId: string,
  at: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('run')
    .select('id')
    .where('id', '=', runId)
    .where('reply_due_at', '>', at)
    .executeTakeFirst();
  return row !== undefined;
}
