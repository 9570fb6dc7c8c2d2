// Applies a status webhook to the ledger: the fact is added under the send's row lock, and the run hears of it only
// when it settles what the run waits for. Order, repetition and lateness don't matter (DESIGN 7.3).

import type { EvidenceWord } from '../messaging/outcomes.ts';
import { rememberRefusal } from '../store/channel-memory.ts';
import { learnUserIds } from '../store/person-addresses.ts';
import { addEvidence, findAttempt, lockSend } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { failureOfCode, memoryOfCode } from '../whatsapp/errors.ts';
import { isUsNumber } from '../whatsapp/us-numbers.ts';
import type { StatusItem, StatusWord, WebhookPerson } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';
import type { RunSignal } from './run-signal.ts';
import { settleSend } from './settle-send.ts';

/** `played` is the voice message's `read`. */
const wordOf: Readonly<Record<StatusWord, EvidenceWord>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/** Applier of `status` items. Signals owed to the run; none for messages that are not ours. */
export const applyStatus: ApplyItem = (trx, { payload }) =>
  applyStatusItem(trx, payload as unknown as StatusItem);

async function applyStatusItem(trx: StoreTransaction, item: StatusItem): Promise<RunSignal[]> {
  const attempt = await findAttempt(trx, item);
  if (attempt === undefined) return [];
  const at = new Date(item.atMs);
  const toUs = await isToUs(trx, attempt.person_id, { recipient: item.recipient, at });
  const code = item.status === 'failed' ? String(item.code ?? '0') : '';
  if (item.status === 'failed') {
    const key = { personId: attempt.person_id, senderId: attempt.sender_id };
    const isNew = !(await isKnown(trx, attempt, code));
    if (isNew) await rememberRefusal(trx, key, { effect: memoryOfCode(code, { recipientIsUs: toUs }), at });
  }
  const send = await lockSend(trx, attempt.send_id);
  const fact = { send_id: send.id, kind: wordOf[item.status], code, token: attempt.token, at };
  if (!(await addEvidence(trx, fact))) return [];
  return settleSend(trx, send, (failed) => failureOfCode(failed, { recipientIsUs: toUs }).outcome);
}

async function isKnown(
  trx: StoreTransaction,
  { send_id, token }: { readonly send_id: string; readonly token: string },
  code: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('evidence')
    .select('kind')
    .where('send_id', '=', send_id)
    .where('kind', '=', 'failed')
    .where('code', '=', code)
    .where('token', '=', token)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the recipient has a US number. In passing, a business-scoped id that Meta tells beside it is learnt. */
async function isToUs(
  trx: StoreTransaction,
  personId: string,
  { recipient, at }: { readonly recipient: WebhookPerson | undefined; readonly at: Date },
): Promise<boolean> {
  const person = await trx
    .selectFrom('person')
    .select(['phone', 'business_scoped_user_id as userId'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person === undefined) return false;
  const isTheirs = recipient?.phone === undefined || recipient.phone === person.phone;
  if (recipient?.userId !== undefined && recipient.userId !== person.userId && isTheirs) {
    await learnUserIds(trx, personId, recipient, at);
  }
  return person.phone !== null && isUsNumber(person.phone);
}
