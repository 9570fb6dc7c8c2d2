// A webhook's envelope and the values of statuses (F§2.2, F§2.3): pure functions from what happened to Meta's JSON.
// Times of messages are on the phone's clock.

import { createHash } from 'node:crypto';
import { findErrorText } from './error-texts.ts';
import type { Identity } from './identity.ts';
import type { MessageStatus } from './timeline.ts';
import { toContact, toShownPerson, toTimestamp, type WebhookShape } from './webhook-shape.ts';

/** The business number that talks to a phone. */
export interface CloudSender {
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  readonly businessAccountId: string;
}

/** One change of a webhook, with the account whose entry it goes into. */
export interface WebhookChange {
  readonly businessAccountId: string;
  readonly field: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** When an entry of another field than `messages` says that it happened; Unix seconds (F§2.2). */
  readonly time?: number;
}

export type PricingCategory = 'marketing' | 'marketing_lite' | 'utility' | 'authentication' | 'service';

export interface StatusReport {
  readonly sender: CloudSender;
  readonly person: Identity;
  readonly profileName: string;
  readonly wamid: string;
  readonly status: MessageStatus;
  readonly atMs: number;
  readonly token: string | undefined;
  readonly category: PricingCategory;
  readonly isWindowOpen: boolean;
  readonly code?: number | undefined;
  readonly details?: string | undefined;
  readonly shape: WebhookShape;
}

export function toStatusChange(report: StatusReport): WebhookChange {
  const { shape } = report;
  const { waId, userId } = toShownPerson(report.person, shape);
  const status = {
    id: report.wamid,
    status: report.status,
    timestamp: toTimestamp(report.atMs, shape),
    ...(waId === undefined ? {} : { recipient_id: waId }),
    ...(userId === undefined ? {} : { recipient_user_id: userId }),
    ...(report.token === undefined ? {} : { biz_opaque_callback_data: report.token }),
    ...(shape.conversation && { conversation: toConversation(report) }),
    ...(report.status === 'failed' ? { errors: [toStatusError(report)] } : { pricing: toPricing(report) }),
  };
  const contact = toContact(report.person, report.profileName, shape);
  return toMessagesChange(report.sender, {
    ...(shape.contacts === 'all' && { contacts: [contact] }),
    statuses: [status],
  });
}

/**
 * The whole body of one POST: changes of one account share an entry, which has no `time` for messages; those of other
 * fields have entries of their own (F§2.2).
 */
export function toEnvelope(changes: readonly WebhookChange[]): Record<string, unknown> {
  const byAccount = new Map<string, { field: string; value: unknown }[]>();
  const others: Record<string, unknown>[] = [];
  for (const { businessAccountId, field, value, time } of changes) {
    if (time !== undefined) {
      others.push({ id: businessAccountId, time, changes: [{ value, field }] });
      continue;
    }
    const entry = byAccount.get(businessAccountId) ?? [];
    entry.push({ field, value });
    byAccount.set(businessAccountId, entry);
  }
  const entries = [...byAccount].map(([id, entryChanges]) => ({ id, changes: entryChanges }));
  return { object: 'whatsapp_business_account', entry: [...entries, ...others] };
}

/** A change whose value says which number it is about. */
export function toMessagesChange(sender: CloudSender, content: Record<string, unknown>): WebhookChange {
  const metadata = {
    display_phone_number: sender.displayPhoneNumber,
    phone_number_id: sender.phoneNumberId,
  };
  return {
    businessAccountId: sender.businessAccountId,
    field: 'messages',
    value: { messaging_product: 'whatsapp', metadata, ...content },
  };
}

function toStatusError(report: StatusReport): Record<string, unknown> {
  const code = report.code ?? 131000;
  const text = findErrorText(code);
  return {
    code,
    title: text.title,
    message: text.title,
    error_data: { details: report.details ?? text.details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}

/** Service and utility messages inside the window are free, the rest is regular (F§4.9). */
function toPricing({ category, isWindowOpen }: StatusReport): Record<string, unknown> {
  const isFree = isWindowOpen && (category === 'service' || category === 'utility');
  return {
    billable: !isFree,
    pricing_model: 'PMP',
    type: isFree ? 'free_customer_service' : 'regular',
    category,
  };
}

/** One for each message, as before v24 (F§2.3). */
function toConversation({ wamid, category }: StatusReport): Record<string, unknown> {
  return { id: createHash('sha256').update(wamid).digest('hex').slice(0, 32), origin: { type: category } };
}
