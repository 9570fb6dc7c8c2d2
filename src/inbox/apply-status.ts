// Applies a status webhook to the ledger: the fact is added under the send's row lock, and the run hears of it only
// when it settles what the run waits for. Order, repetition and lateness don't matter (DESIGN 7.3).

import type { EvidenceWord } from '../messaging/outcomes.ts';
import { lockMemory, rememberDelivery, rememberRefusal } from '../store/channel-memory.ts';
import { giveBackPlace } from '../store/contact-places.ts';
import { learnUserIds } from '../store/person-addresses.ts';
import { rememberTrouble } from '../store/sender-trouble.ts';
import { addEvidence, findAttempt, lockSend, updateAttempt } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { findTemplateOfSend, rememberTemplateRefusal } from '../store/template-trouble.ts';
import { callingCodeOf } from '../whatsapp/calling-code.ts';
import { failureOfCode, memoryOfCode } from '../whatsapp/errors.ts';
import { defaultPolicySettings, type PolicySettings } from '../whatsapp/policy-settings.ts';
import type { RegionalAddress } from '../whatsapp/regions.ts';
import { isPausedInUs } from '../whatsapp/us-pause.ts';
import type { StatusItem, StatusWord, WebhookPerson } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';
import { endRestrictions } from './end-restrictions.ts';
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

/** Builds the applier of `status` items: signals owed to the run; none for messages that are not ours. */
export function createApplyStatus({
  settings = defaultPolicySettings,
}: {
  readonly settings?: PolicySettings;
} = {}): ApplyItem {
  return (trx, { payload }, clock) =>
    applyStatus(trx, payload as unknown as StatusItem, { settings, now: clock.now() });
}

async function applyStatus(
  trx: StoreTransaction,
  item: StatusItem,
  { settings, now }: { readonly settings: PolicySettings; readonly now: number },
): Promise<RunSignal[]> {
  const attempt = await findAttempt(trx, item);
  if (attempt === undefined) return [];
  const at = new Date(item.atMs);
  const address = await readAddress(trx, attempt.person_id, { recipient: item.recipient, at });
  const toUs = isPausedInUs(address, item.atMs, settings.usPause);
  const code = item.status === 'failed' ? String(item.code ?? '0') : '';
  const key = { personId: attempt.person_id, senderId: attempt.sender_id };
  const { send_id: sendId, category, started_at: sentAt } = attempt;
  const isNewFailure = item.status === 'failed' && !(await isKnown(trx, attempt, code));
  // The lock order everywhere: the person's memory, the send, what all share.
  if (isNewFailure) {
    await lockMemory(trx, key);
    const effect = memoryOfCode(code, { recipientIsUs: toUs });
    await rememberRefusal(trx, key, { effect, at, sendId });
  } else if (item.status !== 'sent' && item.status !== 'failed') {
    await rememberDelivery(trx, key, { sendId, category, sentAt, at });
  }
  const send = await lockSend(trx, sendId);
  if (isNewFailure) {
    const callingCode = callingCodeOf(address.phone ?? undefined);
    // A rehearsed person's clock is ahead of everybody's.
    const sharedAt = new Date(Math.min(item.atMs, now));
    await rememberTemplate(trx, sendId, { code, at: sharedAt });
    await rememberTrouble(trx, key, { code, at, sharedAt, callingCode, settings });
  }
  // Meta let it pass, whether it arrives or not.
  if (item.status !== 'failed' && attempt.is_restriction_probe) await endRestrictions(trx, sendId);
  // The answer that would have named the message was lost, or is late: people quote it by this id.
  if (attempt.provider_message_id === null)
    await updateAttempt(trx, attempt.token, { provider_message_id: item.providerMessageId });
  const price = { price_category: item.price?.category ?? null, price_type: item.price?.type ?? null };
  const fact = { send_id: send.id, kind: wordOf[item.status], code, token: attempt.token, at, ...price };
  if (!(await addEvidence(trx, fact))) return [];
  if (item.status === 'failed') await giveBackPlace(trx, attempt.token);
  const failureOf = (failed: string) => failureOfCode(failed, { recipientIsUs: toUs });
  return settleSend(trx, send, { failureOf, now });
}

/** A message that was held was dropped with its template (F§4.5), for example. */
async function rememberTemplate(
  trx: StoreTransaction,
  sendId: string,
  { code, at }: { readonly code: string; readonly at: Date },
): Promise<void> {
  const effect = memoryOfCode(code);
  if (effect?.startsWith('template-') !== true) return;
  const key = await findTemplateOfSend(trx, sendId);
  if (key !== undefined) await rememberTemplateRefusal(trx, key, { effect, code, at });
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

/** How we know the recipient. In passing, a business-scoped id that Meta tells beside it is learnt. */
async function readAddress(
  trx: StoreTransaction,
  personId: string,
  { recipient, at }: { readonly recipient: WebhookPerson | undefined; readonly at: Date },
): Promise<RegionalAddress> {
  const person = await trx
    .selectFrom('person')
    .select(['phone', 'business_scoped_user_id as businessScopedUserId'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person === undefined) return {};
  const isTheirs = recipient?.phone === undefined || recipient.phone === person.phone;
  if (recipient?.userId !== undefined && recipient.userId !== person.businessScopedUserId && isTheirs) {
    await learnUserIds(trx, personId, { ...recipient, at });
  }
  return person;
}
