// Asks Meta what it shows of an account's numbers: the number itself, its rate, its portfolio's limit, its health. Webhooks
// tell changes; this tells what was so before the first, and what a webhook that was lost has told. Real time.

import { badRequest, type GraphAccess } from '../../activities/channels/graph-read.ts';
import { type NumberAnswer, readNumber } from '../../activities/channels/whatsapp-number.ts';
import { tellNumber } from '../inbox/tell-number.ts';
import type { Store } from '../store/store.ts';
import { numberFieldSets } from '../whatsapp/number-shown.ts';
import { type CallBudget, openCallBudget } from './call-budget.ts';
import type { SenderSettings } from './senders-file.ts';

export interface AccountNumber extends Pick<SenderSettings, 'phoneNumberId' | 'portfolioId' | 'perSecond'> {
  readonly accountId: string;
  readonly access: GraphAccess;
}

export type NumberSyncResult =
  | { readonly phoneNumberId: string; readonly state: 'synced' }
  | { readonly phoneNumberId: string; readonly state: 'failed'; readonly code: string };

/** What was told this shortly before an answer may not be in it yet. */
const answerLagMs = 10_000;

/** Of an account whose templates have just been listed: one process does both. */
export async function syncNumbers(
  store: Store,
  numbers: readonly AccountNumber[],
  now: () => number,
): Promise<NumberSyncResult[]> {
  const results: NumberSyncResult[] = [];
  for (const number of numbers) {
    const { phoneNumberId } = number;
    const budget = await openCallBudget(store, number.accountId);
    const at = new Date(now() - answerLagMs);
    const answer = await askWithin(budget, number, now);
    if (answer.ok) {
      const shown = { ...answer.number, ...toConfigured(number) };
      await store.transaction().execute((trx) => tellNumber(trx, phoneNumberId, { shown, at }));
      results.push({ phoneNumberId, state: 'synced' });
    } else {
      results.push({ phoneNumberId, state: 'failed', code: answer.code });
    }
  }
  return results;
}

async function askWithin(
  budget: CallBudget,
  { accountId, access, phoneNumberId }: AccountNumber,
  now: () => number,
): Promise<NumberAnswer> {
  let last: NumberAnswer = { ok: false, code: 'own_quota', percent: 0, waitMs: 0 };
  for (const fields of numberFieldSets) {
    if (!(await budget.take(now()))) break;
    last = await readNumber({ access, accountId, phoneNumberId, fields });
    if (last.ok || last.code !== badRequest) break;
  }
  return last;
}

/** The operator's word stands. */
function toConfigured({ portfolioId, perSecond }: AccountNumber) {
  return {
    ...(portfolioId === undefined ? {} : { portfolioId }),
    ...(perSecond === undefined ? {} : { perSecond }),
  };
}
