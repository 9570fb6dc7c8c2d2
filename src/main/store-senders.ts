// Puts the configured sending identities into the database, where sends and memory refer to them by id.

import type { Config } from '../config.ts';
import type { Channel } from '../messaging/message.ts';
import { createId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';

/** Idempotent: an identity that is there keeps its id. */
export async function storeSenders(store: Store, { whatsapp, sms, email }: Config): Promise<void> {
  await storeSender(store, 'whatsapp', { providerId: whatsapp.phoneNumberId, accountId: whatsapp.accountId });
  await storeSender(store, 'sms', { providerId: sms.from, accountId: sms.accountSid });
  await storeSender(store, 'email', { providerId: email.from, accountId: undefined });
}

async function storeSender(
  store: Store,
  channel: Channel,
  { providerId, accountId = null }: { providerId: string | undefined; accountId: string | null | undefined },
): Promise<void> {
  if (providerId === undefined) return;
  await store
    .insertInto('sender')
    .values({ id: createId('sdr'), channel, provider_id: providerId, account_id: accountId })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'provider_id']).doUpdateSet({ account_id: accountId }),
    )
    .execute();
}
