// Applies an inbound message: the window opens, what kept us quiet is lifted, a send that awaits a reply has it,
// and whoever is parked for this person hears of it (DESIGN 7.3, 7.4).

import { type MemoryKey, rememberInbound } from '../store/channel-memory.ts';
import { addEvidence, findSendToAnswer, listParkedRuns, lockSend } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { failureOfCode } from '../whatsapp/errors.ts';
import type { InboundItem, WebhookPerson } from '../whatsapp/webhook.ts';
import type { ApplyItem } from './apply-batch.ts';
import type { RunSignal } from './run-signal.ts';
import { settleSend } from './settle-send.ts';

/** Applier of `inbound` items. Signals owed to runs; none when the person or the sender is not known here. */
export const applyInbound: ApplyItem = (trx, { id, payload }) =>
  applyInboundItem(trx, `inb_${id}`, payload as unknown as InboundItem);

/** @param id opaque: what Meta calls the message contains a phone number and stays out of histories */
async function applyInboundItem(trx: StoreTransaction, id: string, item: InboundItem): Promise<RunSignal[]> {
  const personId = await findPerson(trx, item.from);
  const senderId = await findSender(trx, item.phoneNumberId);
  if (personId === undefined || senderId === undefined) return [];
  const key = { personId, senderId };
  await rememberInbound(trx, key, new Date(item.atMs));
  const replied = await applyReply(trx, key, item);
  const parked = await listParkedRuns(trx, key);
  return [...replied, ...parked.map(({ runId }) => ({ runId, signal: 'inbound' as const, body: { id } }))];
}

/** A reply is evidence for the message it quotes, else for the newest one. */
async function applyReply(trx: StoreTransaction, key: MemoryKey, item: InboundItem): Promise<RunSignal[]> {
  const at = new Date(item.atMs);
  const sendId = await findSendToAnswer(trx, { ...key, contextId: item.contextId, at });
  if (sendId === undefined) return [];
  const send = await lockSend(trx, sendId);
  const added = await addEvidence(trx, { send_id: sendId, kind: 'replied', code: '', token: '', at });
  return added ? settleSend(trx, send, (code) => failureOfCode(code).outcome) : [];
}

async function findPerson(
  trx: StoreTransaction,
  { phone, userId }: WebhookPerson,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where((eb) =>
      eb.or([
        ...(phone === undefined ? [] : [eb('phone', '=', phone)]),
        ...(userId === undefined ? [] : [eb('business_scoped_user_id', '=', userId)]),
      ]),
    )
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function findSender(trx: StoreTransaction, phoneNumberId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('sender')
    .select('id')
    .where('channel', '=', 'whatsapp')
    .where('provider_id', '=', phoneNumberId)
    .executeTakeFirst();
  return row?.id;
}
