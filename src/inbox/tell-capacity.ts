// How much may be sent, as Meta tells it by webhook or when asked: stored, and who waited for it is woken.

import { findDailyLimit, storeDailyLimit } from '../store/portfolios.ts';
import { listSendersOfPortfolio, storeThroughput, sumPerSecond } from '../store/senders.ts';
import type { StoreTransaction } from '../store/store.ts';
import { wakeParked } from './wake-parked.ts';

/** A portfolio's people a day; -1 without a limit (F§4.8). */
export async function tellDailyLimit(
  trx: StoreTransaction,
  { portfolioId, limit, at }: { readonly portfolioId: string; readonly limit: number; readonly at: Date },
): Promise<void> {
  const before = await findDailyLimit(trx, portfolioId);
  const isStored = await storeDailyLimit(trx, { portfolioId, limit, at });
  if (!isStored || before === limit) return;
  const senders = await listSendersOfPortfolio(trx, portfolioId);
  const ids = senders.map(({ id }) => id);
  await wakeParked(trx, { senders: ids, policies: ['portfolio'], perSecond: sumPerSecond(senders) });
}

/** A number's messages a second (F§1.6). */
export async function tellThroughput(
  trx: StoreTransaction,
  senderId: string,
  { perSecond, at }: { readonly perSecond: number; readonly at: Date },
): Promise<void> {
  if (!(await storeThroughput(trx, senderId, { perSecond, at }))) return;
  await wakeParked(trx, { senders: [senderId], policies: ['sender-rate'], perSecond });
}
