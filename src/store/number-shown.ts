// What Meta last showed of a number when it was asked.

import { portfolioIdOf, type StoredSender } from './senders.ts';
import type { StoreTransaction } from './store.ts';

/** Null while Meta was not asked. */
export interface NumberRow {
  /** Meta's words. */
  readonly health: string | null;
  readonly quality: string | null;
  /** Digits. */
  readonly displayPhone: string | null;
}

/** Locked, so that two that asked tell one after the other. */
export async function lockNumber(trx: StoreTransaction, phoneNumberId: string) {
  return trx
    .selectFrom('sender')
    .select(['id', 'account_id as accountId', 'portfolio_id as portfolioId', 'health', 'quality'])
    .select(['display_phone as displayPhone', 'per_second as perSecond'])
    .where('channel', '=', 'whatsapp')
    .where('provider_id', '=', phoneNumberId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function storeNumberWords(
  trx: StoreTransaction,
  senderId: string,
  { health, quality, displayPhone }: NumberRow,
): Promise<void> {
  await trx
    .updateTable('sender')
    .set({ health, quality, display_phone: displayPhone })
    .where('id', '=', senderId)
    .execute();
}

/**
 * The account's numbers turn out to belong to this portfolio. The people they have written to go
 * with them, unless the portfolio has a count of its own: then a day begins anew with that.
 */
export async function moveToPortfolio(
  trx: StoreTransaction,
  sender: Pick<StoredSender, 'accountId' | 'portfolioId'>,
  portfolioId: string,
): Promise<void> {
  await trx
    .updateTable('sender')
    .set({ portfolio_id: portfolioId })
    .where('channel', '=', 'whatsapp')
    .where('account_id', 'is not distinct from', sender.accountId)
    .where('portfolio_id', 'is not distinct from', sender.portfolioId)
    .execute();
  const before = portfolioIdOf(sender);
  const known = await trx
    .selectFrom('portfolio_queue')
    .select('contacts')
    .where('portfolio_id', '=', portfolioId)
    .executeTakeFirst();
  if (before === null || known !== undefined) return;
  const to = { portfolio_id: portfolioId };
  await trx.updateTable('portfolio_queue').set(to).where('portfolio_id', '=', before).execute();
  await trx.updateTable('portfolio_contact').set(to).where('portfolio_id', '=', before).execute();
}
