// How a sender stands, to be shown: nothing here decides.

import { inboundNow, paceNow } from '../messaging/sender-pace.ts';
import { listNotices, type Notice } from './notices.ts';
import { countContacts, findDailyLimit } from './portfolios.ts';
import { listRestrictions, type StoredRestriction } from './restrictions.ts';
import { listSenders, portfolioIdOf, type StoredSender } from './senders.ts';
import type { Store } from './store.ts';

export interface SenderState extends StoredSender {
  /** Messages a second that go out at most just now. */
  readonly pace: number;
  readonly slowedAt: Date | null;
  readonly inboundPerSecond: number;
  /** People a day of its portfolio; -1 without a limit, null while it is not known. */
  readonly dailyLimit: number | null;
  readonly peopleToday: number;
  readonly restrictions: readonly StoredRestriction[];
  /** Sends that wait at the gate, by the policy that holds them. */
  readonly parked: { readonly [policy: string]: number };
}

/** All senders, oldest first. @param now epoch milliseconds, real time */
export async function listSenderStates(store: Store, now: number): Promise<SenderState[]> {
  const senders = await listSenders(store);
  return Promise.all(senders.map((sender) => readSenderState(store, sender, now)));
}

export async function readSenderState(store: Store, sender: StoredSender, now: number): Promise<SenderState> {
  const { id: senderId, accountId, perSecond } = sender;
  const portfolioId = portfolioIdOf(sender);
  const [rate, parked, restrictions, limit, peopleToday] = await Promise.all([
    readRate(store, senderId),
    countParked(store, senderId),
    listRestrictions(store, { senderId, accountId }, new Date(now)),
    portfolioId === null ? undefined : findDailyLimit(store, portfolioId),
    portfolioId === null ? 0 : countContacts(store, portfolioId, now),
  ]);
  const { slowed_to: slowedTo = null, slowed_at: slowedAt = null } = rate ?? {};
  const inboundPerSecond = inboundNow(rate?.inbound ?? {}, now);
  const slowed = slowedTo === null || slowedAt === null ? {} : { slowedTo, slowedAt: slowedAt.getTime() };
  const pace = paceNow({ perSecond, inboundPerSecond, ...slowed }, now);
  const state = { ...sender, pace, slowedAt, inboundPerSecond, peopleToday, restrictions, parked };
  return { ...state, dailyLimit: limit ?? null };
}

/** The newest notices about a sender and its account. */
export async function listNoticesOf(
  store: Store,
  { id: senderId, accountId }: StoredSender,
  limit: number,
): Promise<Omit<Notice, 'scopeId'>[]> {
  return listNotices(store, { senderId, accountId }, limit);
}

async function readRate(store: Store, senderId: string) {
  return store
    .selectFrom('sender_rate')
    .select(['slowed_to', 'slowed_at', 'inbound'])
    .where('sender_id', '=', senderId)
    .executeTakeFirst();
}

async function countParked(store: Store, senderId: string): Promise<Record<string, number>> {
  const rows = await store
    .selectFrom('send')
    .select(['policy', (eb) => eb.fn.countAll<string>().as('sends')])
    .where('sender_id', '=', senderId)
    .where('state', '=', 'parked')
    .where('policy', 'is not', null)
    .groupBy('policy')
    .orderBy('policy')
    .execute();
  return Object.fromEntries(rows.map(({ policy, sends }) => [policy ?? '', Number(sends)]));
}
