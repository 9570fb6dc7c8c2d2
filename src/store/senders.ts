// Sending identities, by what Meta or an operator names them by.

import type { Channel } from '../messaging/message.ts';
import type { Store, StoreTransaction } from './store.ts';

export interface StoredSender {
  readonly id: string;
  readonly channel: Channel;
  /** What the configuration calls it. */
  readonly name: string;
  /** False where the configuration has it no more: it sends nothing new. */
  readonly active: boolean;
  readonly providerId: string;
  readonly accountId: string | null;
  readonly portfolioId: string | null;
  readonly displayPhone: string | null;
  /** Meta's words when it was last asked; null while it was not. */
  readonly health: string | null;
  readonly quality: string | null;
  /** Messages a second that Meta allows the number. */
  readonly perSecond: number;
}

function selectSenders(db: Store | StoreTransaction) {
  return db
    .selectFrom('sender')
    .select(['id', 'channel', 'name', 'active', 'provider_id as providerId', 'account_id as accountId'])
    .select(['portfolio_id as portfolioId', 'display_phone as displayPhone', 'per_second as perSecond'])
    .select(['health', 'quality'])
    .orderBy('created_at')
    .orderBy('id');
}

export async function listSenders(store: Store): Promise<StoredSender[]> {
  return selectSenders(store).execute();
}

export async function findSenderById(
  db: Store | StoreTransaction,
  id: string,
): Promise<StoredSender | undefined> {
  return selectSenders(db).where('id', '=', id).executeTakeFirst();
}

/** What journeys may call the numbers of WhatsApp that can send. */
export async function listSenderNames(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('sender')
    .select('name')
    .where('channel', '=', 'whatsapp')
    .where('active', '=', true)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** The numbers of an account (WABA). */
export async function listSendersOfAccount(
  db: Store | StoreTransaction,
  accountId: string,
): Promise<StoredSender[]> {
  return selectSenders(db).where('channel', '=', 'whatsapp').where('account_id', '=', accountId).execute();
}

/** A number by Meta's id of it. */
export async function findSenderByNumber(
  db: Store | StoreTransaction,
  phoneNumberId: string,
): Promise<StoredSender | undefined> {
  return selectSenders(db)
    .where('channel', '=', 'whatsapp')
    .where('provider_id', '=', phoneNumberId)
    .executeTakeFirst();
}

/** True where the sender's rate is another by this; an operator's word, and what Meta has told since, stand. */
export async function storeThroughput(
  trx: StoreTransaction,
  id: string,
  { perSecond, at }: { readonly perSecond: number; readonly at: Date },
): Promise<boolean> {
  const before = await selectSenders(trx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  const { numUpdatedRows } = await trx
    .updateTable('sender')
    .set({ per_second: perSecond, per_second_at: at })
    .where('id', '=', id)
    .where('per_second_set', '=', false)
    .where((eb) =>
      eb.or([
        eb('per_second_at', 'is', null),
        eb('per_second_at', '<', at),
        // Told in one second: a number comes aboard before it is raised.
        eb.and([eb('per_second_at', '=', at), eb('per_second', '<', perSecond)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n && before?.perSecond !== perSecond;
}

/** Messages a second of all these numbers. */
export function sumPerSecond(senders: readonly Pick<StoredSender, 'perSecond'>[]): number {
  return senders.reduce((sum, { perSecond }) => sum + perSecond, 0);
}

/** What a sender's people are counted under: its portfolio, else its account as if that had its own. */
export function portfolioIdOf({
  portfolioId,
  accountId,
}: Pick<StoredSender, 'portfolioId' | 'accountId'>): string | null {
  return portfolioId ?? accountId;
}

/** All numbers of a portfolio. */
export async function listSendersOfPortfolio(
  trx: StoreTransaction,
  portfolioId: string,
): Promise<StoredSender[]> {
  return selectSenders(trx)
    .where((eb) => eb(eb.fn.coalesce('portfolio_id', 'account_id'), '=', portfolioId))
    .execute();
}
