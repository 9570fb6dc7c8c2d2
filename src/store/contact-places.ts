// Places among a portfolio's people of the day that were taken for nothing: only whom a message has reached counts (F§4.8).
// The contact's number stays, without its person, until somebody new takes it: a number in use is never older than it looks.

import { sql } from 'kysely';
import { contactBefore, portfolioPeriodMs } from '../messaging/portfolio-queue.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface QueueKey {
  readonly portfolioId: string;
  /** Rehearsed people take no places from the others. */
  readonly rehearsed: boolean;
}

/** Locked until the transaction ends. */
export interface QueueRow {
  /** Number of the newest contact. */
  readonly contacts: number;
  /** Contacts without a person; old ones among them may be of no use any more. */
  readonly givenBack: number;
}

export async function lockQueue(
  trx: StoreTransaction,
  { portfolioId, rehearsed }: QueueKey,
): Promise<QueueRow> {
  await trx
    .insertInto('portfolio_queue')
    .values({ portfolio_id: portfolioId, rehearsed })
    .onConflict((conflict) => conflict.columns(['portfolio_id', 'rehearsed']).doNothing())
    .execute();
  return trx
    .selectFrom('portfolio_queue')
    .select(['contacts', 'given_back as givenBack'])
    .where('portfolio_id', '=', portfolioId)
    .where('rehearsed', '=', rehearsed)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The newest place that was given back and counts still, of a queue that is locked. */
export async function findPlace(
  trx: StoreTransaction,
  { portfolioId, rehearsed }: QueueKey,
  { queue, limit, now }: { readonly queue: QueueRow; readonly limit: number; readonly now: number },
): Promise<number | undefined> {
  if (queue.givenBack === 0) return undefined;
  const row = await trx
    .selectFrom('portfolio_contact')
    .select('number')
    .where('portfolio_id', '=', portfolioId)
    .where('rehearsed', '=', rehearsed)
    .where('person_id', 'is', null)
    // Taking an older one anew would hide it from whoever looks at the number that has to be a day old.
    .where('number', '>=', contactBefore(queue.contacts, limit))
    .where('at', '>', new Date(now - portfolioPeriodMs))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}

/**
 * An attempt has failed: its person's place is given back, unless another message may have reached
 * them since they got it. Call it when the attempt's failure is stored, with the send's row locked.
 */
export async function giveBackPlace(trx: StoreTransaction, token: string): Promise<void> {
  const contact = await findContactOf(trx, token);
  if (contact !== undefined) await freePlace(trx, contact);
}

export interface Contact extends QueueKey {
  readonly number: number;
  readonly personId: string;
}

/** Idempotent, also where somebody else has the place by now. */
export async function freePlace(
  trx: StoreTransaction,
  { portfolioId, rehearsed, number, personId }: Contact,
): Promise<void> {
  await lockQueue(trx, { portfolioId, rehearsed });
  const { numUpdatedRows } = await trx
    .updateTable('portfolio_contact')
    .set({ person_id: null })
    .where('portfolio_id', '=', portfolioId)
    .where('rehearsed', '=', rehearsed)
    .where('number', '=', number)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return;
  await trx
    .updateTable('portfolio_queue')
    .set((eb) => ({ given_back: eb('given_back', '+', 1) }))
    .where('portfolio_id', '=', portfolioId)
    .where('rehearsed', '=', rehearsed)
    .execute();
}

async function findContactOf(trx: StoreTransaction, token: string): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`
    select contact.portfolio_id as "portfolioId", contact.rehearsed, contact.number, contact.person_id as "personId"
    from attempt
    join send on send.id = attempt.send_id
    join run on run.id = send.run_id
    join sender on sender.id = send.sender_id
    join portfolio_contact contact
      on contact.portfolio_id = coalesce(sender.portfolio_id, sender.account_id)
      and contact.rehearsed = run.rehearsed
      and contact.person_id = send.person_id
      and contact.at <= attempt.started_at
      and contact.at > attempt.started_at - make_interval(secs => ${portfolioPeriodMs} / 1000.0)
    where attempt.token = ${token}
      and not exists (
        select from attempt other
        join send as other_send on other_send.id = other.send_id
        join sender as other_sender on other_sender.id = other_send.sender_id
        where other_send.person_id = send.person_id
          and coalesce(other_sender.portfolio_id, other_sender.account_id) = contact.portfolio_id
          and other.started_at >= contact.at
          and case when other.token = attempt.token
            then exists (
              select from evidence
              where evidence.token = other.token and evidence.send_id = other.send_id
                and evidence.kind in ('delivered', 'read'))
            else other.state in ('in_flight', 'accepted', 'unknown') and not exists (
              select from evidence
              where evidence.token = other.token and evidence.send_id = other.send_id and evidence.kind = 'failed')
            end)
    order by contact.number desc
    limit 1`.execute(trx);
  return rows[0];
}

/**
 * Runs that wait for a place where there are places again, the oldest first; each is told once in
 * `restedMs`, whoever asks. Real time: rehearsed ones wait for their own clocks.
 */
export async function claimForPlaces(
  store: Store,
  { restedMs }: { readonly restedMs: number },
): Promise<string[]> {
  const { rows } = await sql<{ run_id: string }>`
    update send set updated_at = now()
    from (
      select send.id, row_number() over (partition by place.portfolio_id order by send.id) as rank, place.places
      from (
        select contact.portfolio_id, count(*) as places
        from portfolio_contact contact
        join portfolio_queue queue using (portfolio_id, rehearsed)
        join portfolio on portfolio.id = contact.portfolio_id
        where contact.person_id is null and not contact.rehearsed
          and contact.at > now() - make_interval(secs => ${portfolioPeriodMs} / 1000.0)
          and contact.number > queue.contacts - portfolio.daily_limit
          and coalesce(portfolio.full_until <= now(), true)
        group by contact.portfolio_id) place
      join sender on coalesce(sender.portfolio_id, sender.account_id) = place.portfolio_id
      join send on send.sender_id = sender.id
      join run on run.id = send.run_id and run.state = 'running' and not run.rehearsed
      where send.state = 'parked' and send.policy = 'portfolio') waiting
    where send.id = waiting.id and waiting.rank <= waiting.places
      and send.updated_at < now() - make_interval(secs => ${restedMs} / 1000.0)
    returning send.run_id`.execute(store);
  return rows.map(({ run_id }) => run_id);
}
