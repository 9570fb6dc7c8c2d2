// The shared row of a sender's rate. Workers ask in batches: one row update answers all that wait for one in a process,
// so that the row is not what limits the sender. Real time, by the database's clock: workers' clocks differ.

import { sql } from 'kysely';
import type { MessageCategory } from '../messaging/message.ts';
import { inboundNow, type Pace, paceNow, slowDown, withInbound } from '../messaging/sender-pace.ts';
import {
  createLanes,
  type Granted,
  keepPlace,
  type Place,
  type RateLanes,
  setRate,
  takePlace,
} from '../messaging/sender-rate.ts';
import type { Store, StoreTransaction } from './store.ts';

export type RateQuestion =
  /** `onlySoon`: a place that is far off is not taken, only told. */
  | { readonly ask: 'take'; readonly category: MessageCategory; readonly onlySoon: boolean }
  | { readonly ask: 'keep'; readonly place: Place };

export interface RateAnswer {
  readonly waitMs: number;
  readonly later: boolean;
  /** Absent where none was taken. */
  readonly place?: Place;
}

/** Answers in the order of the questions. A sender that asks for the first time gets its row. */
export async function askSenderRate(
  store: Store,
  senderId: string,
  questions: readonly RateQuestion[],
): Promise<readonly RateAnswer[]> {
  return store.transaction().execute(async (trx) => {
    const { lanes, pace, now } = await lockRate(trx, senderId);
    let state = setRate(lanes, paceNow(pace, now), now);
    const answers = questions.map((question) => {
      const [next, granted] = answer(state, question, now);
      const isTaken = !(question.ask === 'take' && question.onlySoon && granted.later);
      if (isTaken) state = next;
      return toAnswer(granted, { now, isTaken });
    });
    if (state !== lanes) {
      await trx
        .updateTable('sender_rate')
        .set({ lanes: JSON.stringify(state) })
        .where('sender_id', '=', senderId)
        .execute();
    }
    return answers;
  });
}

/** 130429: halves the sender's rate, unless that was done just now. True where it did. */
export async function slowSender(trx: StoreTransaction, senderId: string): Promise<boolean> {
  const { pace, now } = await lockRate(trx, senderId);
  const slowed = slowDown(pace, now);
  if (slowed === undefined) return false;
  await trx
    .updateTable('sender_rate')
    .set({ slowed_to: slowed.slowedTo, slowed_at: new Date(slowed.slowedAt) })
    .where('sender_id', '=', senderId)
    .execute();
  return true;
}

export interface InboundMeasured {
  readonly senderId: string;
  /** Who measures: each process for itself. */
  readonly meter: string;
  /** Messages of the last second. */
  readonly perSecond: number;
}

/** What people write counts towards Meta's limit (F§1.6). Nothing to do where nobody has sent yet. */
export async function storeInboundRate(
  store: Store,
  { senderId, meter, perSecond }: InboundMeasured,
): Promise<void> {
  await store.transaction().execute(async (trx) => {
    const row = await selectLocked(trx, senderId);
    if (row === undefined) return;
    const inbound = withInbound(row.inbound, { meter, perSecond, now: await readClock(trx) });
    await trx
      .updateTable('sender_rate')
      .set({ inbound: JSON.stringify(inbound) })
      .where('sender_id', '=', senderId)
      .execute();
  });
}

function answer(state: RateLanes, question: RateQuestion, now: number): readonly [RateLanes, Granted] {
  return question.ask === 'take'
    ? takePlace(state, question.category, now)
    : keepPlace(state, question.place, now);
}

function toAnswer(
  { lane, number, at, later }: Granted,
  { now, isTaken }: { readonly now: number; readonly isTaken: boolean },
): RateAnswer {
  return { waitMs: at - now, later, ...(isTaken ? { place: { lane, number } } : {}) };
}

async function lockRate(trx: StoreTransaction, senderId: string) {
  const row = (await selectLocked(trx, senderId)) ?? (await createRate(trx, senderId));
  const now = await readClock(trx);
  const { lanes, slowed_to, slowed_at, inbound, per_second } = row;
  const pace: Pace = {
    perSecond: per_second,
    inboundPerSecond: inboundNow(inbound, now),
    ...(slowed_to === null || slowed_at === null
      ? {}
      : { slowedTo: slowed_to, slowedAt: slowed_at.getTime() }),
  };
  return { lanes, pace, now };
}

async function createRate(trx: StoreTransaction, senderId: string) {
  const { per_second: perSecond } = await trx
    .selectFrom('sender')
    .select('per_second')
    .where('id', '=', senderId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('sender_rate')
    .values({ sender_id: senderId, lanes: JSON.stringify(createLanes(perSecond, await readClock(trx))) })
    .onConflict((conflict) => conflict.column('sender_id').doNothing())
    .execute();
  const row = await selectLocked(trx, senderId);
  if (row === undefined) throw new TypeError('the row was made, yet it is not there');
  return row;
}

function selectLocked(trx: StoreTransaction, senderId: string) {
  return trx
    .selectFrom('sender_rate')
    .innerJoin('sender', 'sender.id', 'sender_rate.sender_id')
    .select(['lanes', 'slowed_to', 'slowed_at', 'inbound', 'sender.per_second'])
    .where('sender_id', '=', senderId)
    .forUpdate('sender_rate')
    .executeTakeFirst();
}

/** Read once the row is locked: time goes by while we wait for it. */
async function readClock(trx: StoreTransaction): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new TypeError('the clock gave no row');
  return row.now;
}
