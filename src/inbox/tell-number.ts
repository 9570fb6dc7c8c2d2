// What Meta shows of a number is stored; operators hear of what has changed, and who waited for it is woken.

import { addNotice } from '../store/notices.ts';
import { lockNumber, moveToPortfolio, storeNumberWords } from '../store/number-shown.ts';
import type { StoreTransaction } from '../store/store.ts';
import { noticesOf } from '../whatsapp/number-notices.ts';
import type { NumberShown } from '../whatsapp/number-shown.ts';
import { tellDailyLimit, tellThroughput } from './tell-capacity.ts';
import { wakeParked } from './wake-parked.ts';

/** @param at as of when it was shown: a limit that a webhook has told since then stands */
export async function tellNumber(
  trx: StoreTransaction,
  phoneNumberId: string,
  { shown, at }: { readonly shown: NumberShown; readonly at: Date },
): Promise<void> {
  const before = await lockNumber(trx, phoneNumberId);
  if (before === undefined) return;
  const { id: scopeId, accountId } = before;
  const { displayPhone = before.displayPhone, quality = before.quality } = shown;
  const health = shown.health?.word ?? before.health;
  await storeNumberWords(trx, scopeId, { displayPhone, quality, health });
  for (const notice of noticesOf(before, shown)) {
    await addNotice(trx, { scope: 'sender', scopeId, ...notice, at });
  }
  const { perSecond } = shown;
  if (perSecond !== undefined) await tellThroughput(trx, scopeId, { perSecond, at });
  const portfolioId = shown.portfolioId ?? before.portfolioId ?? accountId;
  if (shown.portfolioId !== undefined && shown.portfolioId !== before.portfolioId) {
    await moveToPortfolio(trx, before, shown.portfolioId);
  }
  if (shown.dailyLimit !== undefined && portfolioId !== null) {
    await tellDailyLimit(trx, { portfolioId, limit: shown.dailyLimit, at });
  }
  if (health === 'AVAILABLE' && before.health !== null && before.health !== health) {
    await wakeParked(trx, { senders: [scopeId], policies: ['account'], perSecond: before.perSecond });
  }
}
