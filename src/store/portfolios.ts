// A business portfolio's messaging limit: so many people in a moving 24 hours, over all its numbers (F§4.8). On the run's
// clock. Lock order: a person's memory, the send, then the portfolio's count.

import { sql } from 'kysely';
import { contactBefore, portfolioPeriodMs } from '../messaging/portfolio-queue.ts';
import type { PortfolioFull } from '../messaging/sender-facts.ts';
import { findPlace, lockQueue } from './contact-places.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface PortfolioAsk {
  readonly portfolioId: string;
  readonly personId: string;
  readonly rehearsed: boolean;
  /** Epoch milliseconds on the run's clock. */
  readonly now: number;
}

/** People a day; -1 without a limit; undefined while nobody told us. */
export async function findDailyLimit(
  db: Store | StoreTransaction,
  portfolioId: string,
): Promise<number | undefined> {
  return (await selectPortfolio(db, portfolioId).executeTakeFirst())?.daily_limit ?? undefined;
}

async function sharePortfolio(trx: StoreTransaction, portfolioId: string) {
  const row = await selectPortfolio(trx, portfolioId).forShare().executeTakeFirst();
  return { limit: row?.daily_limit ?? undefined, fullUntil: row?.full_until?.getTime() ?? 0 };
}

function selectPortfolio(db: Store | StoreTransaction, portfolioId: string) {
  return db.selectFrom('portfolio').select(['daily_limit', 'full_until']).where('id', '=', portfolioId);
}

/** A limit that Meta told us; false where a newer one is known. */
export async function storeDailyLimit(
  trx: StoreTransaction,
  { portfolioId, limit, at }: { readonly portfolioId: string; readonly limit: number; readonly at: Date },
): Promise<boolean> {
  const values = { daily_limit: limit, limit_at: at };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('portfolio')
    .values({ id: portfolioId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({
          ...values,
          full_until: sql<Date | null>`case
          when portfolio.daily_limit = excluded.daily_limit then portfolio.full_until end`,
        })
        .where((eb) => eb.or([eb('portfolio.limit_at', 'is', null), eb('portfolio.limit_at', '<=', at)])),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Meta refuses somebody new (F§4.8), whatever we have counted; false where that is known. */
export async function fillPortfolio(
  trx: StoreTransaction,
  portfolioId: string,
  { at, until }: { readonly at: Date; readonly until: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('portfolio')
    .values({ id: portfolioId, full_until: until })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ full_until: until })
        .where((eb) => eb.or([eb('portfolio.full_until', 'is', null), eb('portfolio.full_until', '<=', at)])),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Whether the person may be written to outside a window. The count stays locked until the
 * transaction ends, so that `countContact` finds what was read here.
 */
export async function askPortfolio(
  trx: StoreTransaction,
  ask: PortfolioAsk,
): Promise<PortfolioFull | undefined> {
  // Shared: whoever raises the limit waits for us, commits, then wakes those who wait for it (DESIGN 7.1).
  const { limit, fullUntil } = await sharePortfolio(trx, ask.portfolioId);
  const isFull = fullUntil > ask.now;
  const isLimited = limit !== undefined && limit >= 0;
  if ((!isFull && !isLimited) || (await wasCounted(trx, ask))) return undefined;
  if (isFull || !isLimited) return { ...(isLimited ? { limit } : {}), freeAt: fullUntil };
  const queue = await lockQueue(trx, ask);
  const { contacts } = queue;
  const freeAt = await freeFrom(trx, ask, { number: contactBefore(contacts, limit), contacts });
  if (freeAt <= ask.now) return undefined;
  if ((await findPlace(trx, ask, { queue, limit, now: ask.now })) !== undefined) return undefined;
  // Behind those who wait already.
  const number = contactBefore(contacts + (await countWaiting(trx, ask)), limit);
  return { limit, freeAt: await freeFrom(trx, ask, { number, contacts }) };
}

/** The person is written to: one of the day's people from now on. Idempotent within their day. */
export async function countContact(trx: StoreTransaction, ask: PortfolioAsk): Promise<void> {
  const limit = await findDailyLimit(trx, ask.portfolioId);
  // Without a limit nobody asks; the numbers of a day without one are not missed later.
  if (limit === undefined || limit < 0 || (await wasCounted(trx, ask))) return;
  const queue = await lockQueue(trx, ask);
  const place = await findPlace(trx, ask, { queue, limit, now: ask.now });
  if (place !== undefined) return takePlace(trx, ask, place);
  const number = queue.contacts + 1;
  const key = { portfolio_id: ask.portfolioId, rehearsed: ask.rehearsed, number };
  await trx
    .insertInto('portfolio_contact')
    .values({ ...key, person_id: ask.personId, at: new Date(ask.now) })
    .execute();
  await trx
    .updateTable('portfolio_queue')
    // What was given back before counts no more.
    .set({ contacts: number, given_back: 0 })
    .where('portfolio_id', '=', ask.portfolioId)
    .where('rehearsed', '=', ask.rehearsed)
    .execute();
}

async function takePlace(trx: StoreTransaction, ask: PortfolioAsk, number: number): Promise<void> {
  await trx
    .updateTable('portfolio_contact')
    .set({ person_id: ask.personId, at: new Date(ask.now) })
    .where('portfolio_id', '=', ask.portfolioId)
    .where('rehearsed', '=', ask.rehearsed)
    .where('number', '=', number)
    .execute();
  await trx
    .updateTable('portfolio_queue')
    .set((eb) => ({ given_back: eb('given_back', '-', 1) }))
    .where('portfolio_id', '=', ask.portfolioId)
    .where('rehearsed', '=', ask.rehearsed)
    .execute();
}

/** People of the last 24 hours, to be shown. */
export async function countContacts(store: Store, portfolioId: string, now: number): Promise<number> {
  const { people } = await store
    .selectFrom('portfolio_contact')
    .select((eb) => eb.fn.countAll<string>().as('people'))
    .where('portfolio_id', '=', portfolioId)
    .where('rehearsed', '=', false)
    .where('person_id', 'is not', null)
    .where('at', '>', new Date(now - portfolioPeriodMs))
    .executeTakeFirstOrThrow();
  return Number(people);
}

/** Forgets contacts that no limit asks about any more; the numbers go on. */
export async function forgetContacts(store: Store, before: Date): Promise<void> {
  await store.deleteFrom('portfolio_contact').where('at', '<', before).execute();
}

async function wasCounted(trx: StoreTransaction, ask: PortfolioAsk): Promise<boolean> {
  const row = await trx
    .selectFrom('portfolio_contact')
    .select('number')
    .where('portfolio_id', '=', ask.portfolioId)
    .where('rehearsed', '=', ask.rehearsed)
    .where('person_id', '=', ask.personId)
    .where('at', '>', new Date(ask.now - portfolioPeriodMs))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** When the contact of this number is a day old; one that is still to come is so tomorrow at the soonest. */
async function freeFrom(
  trx: StoreTransaction,
  ask: PortfolioAsk,
  { number, contacts }: { readonly number: number; readonly contacts: number },
): Promise<number> {
  if (number < 1) return ask.now;
  if (number > contacts) return ask.now + portfolioPeriodMs;
  const row = await trx
    .selectFrom('portfolio_contact')
    .select(['at', 'person_id'])
    .where('portfolio_id', '=', ask.portfolioId)
    .where('rehearsed', '=', ask.rehearsed)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined || row.person_id === null ? ask.now : row.at.getTime() + portfolioPeriodMs;
}

/** Sends that wait for a place of this portfolio. */
async function countWaiting(trx: StoreTransaction, { portfolioId }: PortfolioAsk): Promise<number> {
  const { sends } = await trx
    .selectFrom('send')
    .innerJoin('sender', 'sender.id', 'send.sender_id')
    .select((eb) => eb.fn.countAll<string>().as('sends'))
    .where((eb) => eb(eb.fn.coalesce('sender.portfolio_id', 'sender.account_id'), '=', portfolioId))
    .where('send.policy', '=', 'portfolio')
    .where('send.state', '=', 'parked')
    .executeTakeFirstOrThrow();
  return Number(sends);
}
