// What the provider calls the messages of a conversation: for quoting one, reacting to it, marking it as read. These ids
// contain phone numbers: they are read where something is sent and go nowhere else.

import type { MemoryKey } from './channel-memory.ts';
import type { Store, StoreTransaction } from './store.ts';

/** Keeps the person's last message; an older one that comes late changes nothing. The memory row is there and locked. */
export async function keepLastInbound(
  trx: StoreTransaction,
  { personId, senderId }: MemoryKey,
  { messageId, at }: { readonly messageId: string; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('channel_memory')
    .set({ last_inbound_id: messageId, last_inbound_at: at })
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .where((eb) => eb.or([eb('last_inbound_at', 'is', null), eb('last_inbound_at', '<=', at)]))
    .execute();
}

/** The person's last message to this sender. */
export async function findLastInbound(
  db: Store | StoreTransaction,
  { personId, senderId }: MemoryKey,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('channel_memory')
    .select('last_inbound_id')
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .executeTakeFirst();
  return row?.last_inbound_id ?? undefined;
}

/** The last message of a run's node that the provider took, if it went out by this sender: others have other chats. */
export async function findSentMessage(
  db: Store | StoreTransaction,
  { runId, node, senderId }: { readonly runId: string; readonly node: string; readonly senderId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('attempt')
    .innerJoin('send', 'send.id', 'attempt.send_id')
    .select('attempt.provider_message_id')
    .where('send.run_id', '=', runId)
    .where('send.node', '=', node)
    .where('send.sender_id', '=', senderId)
    .where('attempt.provider_message_id', 'is not', null)
    .orderBy('send.visit', 'desc')
    .orderBy('attempt.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.provider_message_id ?? undefined;
}
