// The `messages` webhook's values (F§2.2 to F§2.4): pure functions from what happened to Meta's JSON.
// Timestamps are Unix seconds as strings, on the phone's clock.

import { findErrorText } from './error-texts.ts';
import type { Identity } from './identity.ts';
import type { MessageStatus } from './timeline.ts';

/** The business number that talks to a phone. */
export interface CloudSender {
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  readonly businessAccountId: string;
}

/** One change of a webhook, with the account whose entry it goes into. */
export interface WebhookChange {
  readonly businessAccountId: string;
  readonly field: 'messages';
  readonly value: Readonly<Record<string, unknown>>;
}

export type PricingCategory = 'marketing' | 'marketing_lite' | 'utility' | 'authentication' | 'service';

export interface StatusReport {
  readonly sender: CloudSender;
  readonly person: Identity;
  readonly wamid: string;
  readonly status: MessageStatus;
  readonly atMs: number;
  readonly token: string | undefined;
  readonly category: PricingCategory;
  readonly isWindowOpen: boolean;
  readonly code?: number | undefined;
  readonly details?: string | undefined;
}

export function toStatusChange(report: StatusReport): WebhookChange {
  const status = {
    id: report.wamid,
    status: report.status,
    timestamp: toSeconds(report.atMs),
    ...(report.person.waId === undefined ? {} : { recipient_id: report.person.waId }),
    ...(report.person.userId === undefined ? {} : { recipient_user_id: report.person.userId }),
    ...(report.token === undefined ? {} : { biz_opaque_callback_data: report.token }),
    ...(report.status === 'failed' ? { errors: [toStatusError(report)] } : { pricing: toPricing(report) }),
  };
  return toChange(report.sender, { statuses: [status] });
}

export interface InboundText {
  readonly sender: CloudSender;
  readonly person: Identity;
  readonly profileName: string;
  readonly wamid: string;
  readonly text: string;
  readonly atMs: number;
  readonly context: string | undefined;
  /** The text is the label of what was tapped: a template's quick reply, or a button or row. */
  readonly tapped?: { readonly id: string; readonly isTemplate: boolean } | undefined;
}

export function toInboundChange(inbound: InboundText): WebhookChange {
  const { waId, userId } = inbound.person;
  const message = {
    ...(waId === undefined ? {} : { from: waId }),
    ...(userId === undefined ? {} : { from_user_id: userId }),
    id: inbound.wamid,
    timestamp: toSeconds(inbound.atMs),
    ...(inbound.context === undefined
      ? {}
      : { context: { from: inbound.sender.displayPhoneNumber, id: inbound.context } }),
    ...toWritten(inbound),
  };
  const contact = {
    profile: { name: inbound.profileName },
    ...(waId === undefined ? {} : { wa_id: waId }),
    ...(userId === undefined ? {} : { user_id: userId }),
  };
  return toChange(inbound.sender, { contacts: [contact], messages: [message] });
}

/** F§2.4: quick replies of templates and interactive answers come in shapes of their own. */
function toWritten({ text, tapped }: InboundText): Record<string, unknown> {
  if (tapped === undefined) return { type: 'text', text: { body: text } };
  const { id, isTemplate } = tapped;
  if (isTemplate) return { type: 'button', button: { payload: id, text } };
  return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title: text } } };
}

/** The whole body of one POST: changes of one account share an entry, which has no `time` (F§2.2). */
export function toEnvelope(changes: readonly WebhookChange[]): Record<string, unknown> {
  const byAccount = new Map<string, { field: string; value: unknown }[]>();
  for (const { businessAccountId, field, value } of changes) {
    const entry = byAccount.get(businessAccountId) ?? [];
    entry.push({ field, value });
    byAccount.set(businessAccountId, entry);
  }
  return {
    object: 'whatsapp_business_account',
    entry: [...byAccount].map(([id, entryChanges]) => ({ id, changes: entryChanges })),
  };
}

function toChange(sender: CloudSender, content: Record<string, unknown>): WebhookChange {
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

function toSeconds(atMs: number): string {
  return String(Math.floor(atMs / 1000));
}
