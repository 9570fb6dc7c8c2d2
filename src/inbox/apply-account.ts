// Applies what Meta tells about an account or a number (F§2.5): bars and their ends, limits, errors without a message, and
// notices for operators. Whoever waited for what has changed is woken.

import { restrictionKinds } from '../messaging/sender-facts.ts';
import { addNotice } from '../store/notices.ts';
import { liftRestriction, storeRestriction } from '../store/restrictions.ts';
import { rememberSenderTrouble } from '../store/sender-trouble.ts';
import {
  findSenderByNumber,
  listSendersOfAccount,
  portfolioIdOf,
  type StoredSender,
  sumPerSecond,
} from '../store/senders.ts';
import type { StoreTransaction } from '../store/store.ts';
import { defaultPolicySettings, type PolicySettings } from '../whatsapp/policy-settings.ts';
import type { AccountItem, AccountNews } from '../whatsapp/webhook/account-news.ts';
import type { ApplyItem } from './apply-batch.ts';
import { tellDailyLimit, tellThroughput } from './tell-capacity.ts';
import { wakeParked } from './wake-parked.ts';

/** Builds the applier of `account` items. Accounts and numbers that are not ours are left alone. */
export function createApplyAccount({
  settings = defaultPolicySettings,
}: {
  readonly settings?: PolicySettings;
} = {}): ApplyItem {
  return async (trx, { payload }) => {
    const item = payload as unknown as AccountItem;
    const senders = await sendersOf(trx, item);
    if (senders.length === 0) return [];
    await addNoticeOf(trx, item);
    await applyNews(trx, { item, senders, settings });
    return [];
  };
}

interface About {
  readonly settings: PolicySettings;
  readonly item: AccountItem;
  readonly senders: readonly StoredSender[];
}

async function sendersOf(
  trx: StoreTransaction,
  { accountId, phoneNumberId }: AccountItem,
): Promise<readonly StoredSender[]> {
  if (accountId !== undefined) return listSendersOfAccount(trx, accountId);
  const sender = phoneNumberId === undefined ? undefined : await findSenderByNumber(trx, phoneNumberId);
  return sender === undefined ? [] : [sender];
}

async function addNoticeOf(
  trx: StoreTransaction,
  { accountId: scopeId, notice, atMs }: AccountItem,
): Promise<void> {
  if (notice === undefined || scopeId === undefined) return;
  await addNotice(trx, { scope: 'account', scopeId, ...notice, at: new Date(atMs) });
}

async function applyNews(trx: StoreTransaction, about: About): Promise<void> {
  const { item, senders, settings } = about;
  switch (item.news.is) {
    case 'restricted':
      return applyBars(trx, about, item.news);
    case 'closed':
      return applyClosed(trx, about);
    case 'opened':
      return applyOpened(trx, about);
    case 'capacity':
      return applyCapacity(trx, about, item.news);
    case 'error':
      for (const { id } of senders) {
        await rememberSenderTrouble(trx, id, { code: item.news.code, at: new Date(item.atMs), settings });
      }
      return;
    case 'told':
      return;
  }
}

async function applyBars(
  trx: StoreTransaction,
  about: About,
  { bars }: Extract<AccountNews, { readonly is: 'restricted' }>,
): Promise<void> {
  const { item } = about;
  for (const { kind, untilMs } of bars) {
    const until = untilMs === undefined ? null : new Date(untilMs);
    await storeRestriction(trx, {
      ...keyOf(item),
      kind,
      reason: reasonOf(item),
      since: new Date(item.atMs),
      until,
    });
  }
  // The end may have come nearer.
  await wake(trx, about.senders, ['restrictions']);
}

async function applyClosed(trx: StoreTransaction, { item }: About): Promise<void> {
  const since = new Date(item.atMs);
  await storeRestriction(trx, { ...keyOf(item), kind: 'all', reason: reasonOf(item), since, until: null });
}

/** The account is back as a whole: no bar of before holds. */
async function applyOpened(trx: StoreTransaction, { item, senders }: About): Promise<void> {
  const at = { at: new Date(item.atMs), reason: reasonOf(item) };
  for (const kind of [...restrictionKinds].sort()) {
    if (kind !== 'country') await liftRestriction(trx, { ...keyOf(item), kind }, at);
  }
  await wake(trx, senders, ['restrictions', 'account']);
}

async function applyCapacity(
  trx: StoreTransaction,
  { item, senders }: About,
  { dailyLimit, perSecond }: Extract<AccountNews, { readonly is: 'capacity' }>,
): Promise<void> {
  if (dailyLimit !== undefined) {
    for (const portfolioId of new Set(senders.map(portfolioIdOf))) {
      if (portfolioId === null) continue;
      await tellDailyLimit(trx, { portfolioId, limit: dailyLimit, at: new Date(item.atMs) });
    }
  }
  const number = findNumber(item, senders);
  if (perSecond !== undefined && number !== undefined) {
    await tellThroughput(trx, number.id, { perSecond, at: new Date(item.atMs) });
  }
}

/** Meta names it by its digits. Where ours or theirs are not known, an account of which we have one number means that one. */
function findNumber(
  { displayPhone }: AccountItem,
  senders: readonly StoredSender[],
): StoredSender | undefined {
  const named = senders.find((sender) => displayPhone !== undefined && sender.displayPhone === displayPhone);
  const [only] = senders.length === 1 ? senders : [];
  const isUnnamed = displayPhone === undefined || only?.displayPhone === null;
  return named ?? (isUnnamed ? only : undefined);
}

async function wake(
  trx: StoreTransaction,
  senders: readonly StoredSender[],
  policies: readonly string[],
): Promise<void> {
  const ids = senders.map(({ id }) => id);
  await wakeParked(trx, { senders: ids, policies, perSecond: sumPerSecond(senders) });
}

function keyOf({ accountId = '' }: AccountItem) {
  return { scope: 'account', scopeId: accountId } as const;
}

function reasonOf({ notice, news }: AccountItem): string {
  return notice?.event ?? news.is;
}
