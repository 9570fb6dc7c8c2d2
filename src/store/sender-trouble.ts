// Remembers what a refused message tells about its sender: for all journeys, at once. Whoever locks the person's memory or
// the send has done so before.

import type { PolicySettings } from '../whatsapp/policy-settings.ts';
import { nextStrike, pauseMs, type SenderTrouble, troubleOfCode } from '../whatsapp/sender-trouble.ts';
import { lockMemory, type MemoryKey } from './channel-memory.ts';
import { addNotice } from './notices.ts';
import { rememberPairRefusal } from './pair-limit.ts';
import { fillPortfolio } from './portfolios.ts';
import { lockRestriction, type RestrictionKey, storeRestriction } from './restrictions.ts';
import { slowSender } from './sender-rate.ts';
import { findSenderById, portfolioIdOf } from './senders.ts';
import type { StoreTransaction } from './store.ts';

export interface Refusal {
  /** Meta's code. */
  readonly code: string;
  readonly at: Date;
  /** Calling code of the recipient's number, where that is known. */
  readonly callingCode?: string | undefined;
  /** Which codes are the portfolio's limit. */
  readonly settings?: Pick<PolicySettings, 'portfolio'>;
}

/** `at` is on the person's clock. `sharedAt` is everybody's: what a rehearsed person meets must bar nobody in days to come. */
interface PersonRefusal extends Refusal {
  readonly sharedAt: Date;
}

/** A message to this person met the code. */
export async function rememberTrouble(
  trx: StoreTransaction,
  key: MemoryKey,
  { sharedAt, ...refusal }: PersonRefusal,
): Promise<void> {
  if (troubleOfCode(refusal.code)?.is === 'pair') {
    await lockMemory(trx, key);
    await rememberPairRefusal(trx, key, refusal.at.getTime());
    return;
  }
  await rememberSenderTrouble(trx, key.senderId, { ...refusal, at: sharedAt });
}

/** The code came without a message, or tells nothing about the person. */
export async function rememberSenderTrouble(
  trx: StoreTransaction,
  senderId: string,
  refusal: Refusal,
): Promise<void> {
  if (refusal.settings?.portfolio.limitCodes.includes(refusal.code) === true)
    return fill(trx, senderId, { ...refusal, settings: refusal.settings });
  const trouble = troubleOfCode(refusal.code);
  if (trouble?.is === 'rate') await slowSender(trx, senderId);
  else if (trouble?.is === 'restriction') await restrict(trx, senderId, { ...refusal, ...trouble });
}

async function restrict(
  trx: StoreTransaction,
  senderId: string,
  { scope, kind, code, at, callingCode }: Refusal & Extract<SenderTrouble, { readonly is: 'restriction' }>,
): Promise<void> {
  if (kind === 'country' && callingCode === undefined) return;
  const place = await placeOf(trx, senderId, scope);
  const key: RestrictionKey = { ...place, kind, detail: kind === 'country' ? callingCode : undefined };
  const known = await lockRestriction(trx, key);
  const end = known?.lifted_at ?? known?.until ?? undefined;
  // All that was in flight is refused together: that is one reason, not many.
  if (known !== undefined && (end === undefined || end > at)) return;
  const last = known && end && { until: end.getTime(), strikes: known.strikes };
  const strikes = nextStrike(last, at.getTime());
  const until = new Date(at.getTime() + pauseMs(strikes));
  if (!(await storeRestriction(trx, { ...key, reason: code, since: at, until, strikes }))) return;
  const facts = { kind, until: until.toISOString() };
  await addNotice(trx, { ...place, event: code, severity: 'critical', facts, at });
}

async function fill(
  trx: StoreTransaction,
  senderId: string,
  { code, at, settings }: Refusal & Required<Pick<Refusal, 'settings'>>,
): Promise<void> {
  const sender = await findSenderById(trx, senderId);
  const portfolioId = sender && portfolioIdOf(sender);
  if (portfolioId == null) return;
  const until = new Date(at.getTime() + settings.portfolio.fullForHours * 3_600_000);
  if (!(await fillPortfolio(trx, portfolioId, { at, until }))) return;
  const facts = { kind: 'portfolio', until: until.toISOString() };
  await addNotice(trx, { scope: 'sender', scopeId: senderId, event: code, severity: 'warning', facts, at });
}

/** A sender without an account stands for itself. */
async function placeOf(trx: StoreTransaction, senderId: string, scope: 'account' | 'sender') {
  if (scope === 'sender') return { scope, scopeId: senderId };
  const row = await trx
    .selectFrom('sender')
    .select('account_id')
    .where('id', '=', senderId)
    .executeTakeFirst();
  return row?.account_id == null
    ? ({ scope: 'sender', scopeId: senderId } as const)
    : ({ scope: 'account', scopeId: row.account_id } as const);
}
