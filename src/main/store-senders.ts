// Puts the configured sending identities into the database, where sends and memory refer to them by id.

import type { Config } from '../config.ts';
import type { Channel } from '../messaging/message.ts';
import { createId } from '../store/ids.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import type { SenderSettings } from './senders-file.ts';

/** Idempotent: an identity that is there keeps its id; a WhatsApp number that is configured no more stays, inactive. */
export async function storeSenders(
  store: Store,
  { sms, email }: Pick<Config, 'sms' | 'email'>,
  whatsapp: readonly SenderSettings[],
): Promise<void> {
  await store.transaction().execute(async (trx) => {
    await retire(
      trx,
      whatsapp.map(({ phoneNumberId }) => phoneNumberId),
    );
    for (const settings of whatsapp) await storeSender(trx, 'whatsapp', toRow(settings));
    if (sms.from !== undefined) {
      await storeSender(trx, 'sms', { provider_id: sms.from, account_id: sms.accountSid ?? null });
    }
    if (email.from !== undefined) {
      await storeSender(trx, 'email', { provider_id: email.from, account_id: null });
    }
  });
}

function toRow(settings: SenderSettings) {
  const { name, provider, phoneNumberId, accountId, portfolioId, perSecond } = settings;
  return {
    name,
    provider,
    active: true,
    is_default: settings.isDefault,
    direct_send: settings.directSend,
    provider_id: phoneNumberId,
    account_id: accountId ?? null,
    // What is not configured is Meta's to tell.
    ...(portfolioId === undefined ? {} : { portfolio_id: portfolioId }),
    per_second_set: perSecond !== undefined,
    ...(perSecond === undefined ? {} : { per_second: perSecond }),
  };
}

type Row = Partial<ReturnType<typeof toRow>> & {
  readonly provider_id: string;
  readonly account_id: string | null;
};

async function storeSender(trx: StoreTransaction, channel: Channel, row: Row): Promise<void> {
  await trx
    .insertInto('sender')
    .values({ id: createId('sdr'), channel, ...row })
    .onConflict((conflict) => conflict.columns(['channel', 'provider_id']).doUpdateSet(row))
    .execute();
}

async function retire(trx: StoreTransaction, configured: readonly string[]): Promise<void> {
  const others = trx.updateTable('sender').set({ active: false, is_default: false });
  const ofWhatsApp = others.where('channel', '=', 'whatsapp').where('active', '=', true);
  await (configured.length === 0
    ? ofWhatsApp
    : ofWhatsApp.where('provider_id', 'not in', configured)
  ).execute();
}
