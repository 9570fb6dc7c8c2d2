// Splits a webhook of Meta into items, each with a unique, deterministic key (F§2). Pure. Never throws: what we
// don't know or need becomes an `ignored` item, so that one odd update never costs its batch.

import type { z } from 'zod';
import {
  changeShape,
  contactShape,
  entryShape,
  envelopeShape,
  type InboundMessage,
  inboundShape,
  messagesValueShape,
  selfTestShape,
  statusShape,
} from './webhook-shapes.ts';

/** Statuses that say something about a send; any other is ignored (F§2.3). */
export const statusWords = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
export type StatusWord = (typeof statusWords)[number];

/** Who wrote or was written to. `phone` is E.164; either may be missing since business-scoped ids (F§0 row 8). */
export interface WebhookPerson {
  readonly phone?: string;
  readonly userId?: string;
}

export interface StatusItem {
  readonly kind: 'status';
  readonly key: string;
  /** Our attempt's token, where Meta echoed it. */
  readonly token?: string;
  readonly providerMessageId: string;
  readonly status: StatusWord;
  readonly atMs: number;
  /** Meta's error code of a `failed`. */
  readonly code?: string;
  readonly phoneNumberId?: string;
  readonly recipient?: WebhookPerson;
}

export interface InboundItem {
  readonly kind: 'inbound';
  readonly key: string;
  readonly id: string;
  readonly phoneNumberId: string;
  readonly atMs: number;
  readonly from: WebhookPerson;
  /** Meta's word, e.g. `text`, `button`, `image`, `unsupported`; a new one is passed on as it is. */
  readonly type: string;
  readonly text?: string;
  /** The message it answers or reacts to. */
  readonly contextId?: string;
  readonly button?: { readonly payload: string; readonly text?: string };
}

export interface SelfTestItem {
  readonly kind: 'self-test';
  readonly key: string;
  readonly id: string;
  readonly atMs: number;
}

export interface IgnoredItem {
  readonly kind: 'ignored';
  readonly key?: string;
  /** What was ignored, e.g. `account_update`, `messages.statuses.deleted`. Never content. */
  readonly field: string;
}

export type WebhookItem = StatusItem | InboundItem | SelfTestItem | IgnoredItem;

export interface SplitWebhook {
  readonly items: readonly WebhookItem[];
  /** How many of the items are `ignored`. */
  readonly ignored: number;
}

/** Messages in which nobody wrote to us: they open no window and answer nothing (F§2.4). */
const notWritten = new Set(['system', 'revoke', 'edit']);

/**
 * Splits the parsed JSON of a verified webhook.
 * @param receivedAtMs stands in for the time of a status that carries none; without it such a status is ignored.
 */
export function splitWebhook(body: unknown, receivedAtMs?: number): SplitWebhook {
  const items = itemsOf(body, receivedAtMs);
  return { items, ignored: items.filter((item) => item.kind === 'ignored').length };
}

/** The envelope that our receiver signs and posts to itself (DESIGN 7.2). */
export function toSelfTest(id: string, atMs: number): z.output<typeof selfTestShape> {
  return { object: 'jornada_self_test', id, atMs };
}

function itemsOf(body: unknown, receivedAtMs: number | undefined): WebhookItem[] {
  const selfTest = selfTestShape.safeParse(body);
  if (selfTest.success) {
    const { id, atMs } = selfTest.data;
    return [{ kind: 'self-test', key: `self-test:${id}`, id, atMs }];
  }
  const envelope = envelopeShape.safeParse(body);
  if (!envelope.success) return [ignore('envelope')];
  if (envelope.data.object !== 'whatsapp_business_account') return [ignore('object')];
  return (envelope.data.entry ?? []).flatMap((raw) => {
    const entry = entryShape.safeParse(raw);
    if (!entry.success) return [ignore('entry')];
    return (entry.data.changes ?? []).flatMap((change) =>
      splitChange(change, entry.data.time ?? receivedAtMs),
    );
  });
}

function splitChange(raw: unknown, fallbackMs: number | undefined): WebhookItem[] {
  const change = changeShape.safeParse(raw);
  if (!change.success) return [ignore('change')];
  if (change.data.field !== 'messages') return [ignore(change.data.field)];
  const value = messagesValueShape.safeParse(change.data.value);
  if (!value.success) return [ignore('messages.value')];
  const { statuses = [], messages = [], errors = [], contacts = [], metadata } = value.data;
  const sender = metadata?.phone_number_id;
  return [
    ...statuses.map((status) => toStatus(status, sender, fallbackMs)),
    ...messages.map((message) => toInbound(message, sender, contacts)),
    // Out-of-band errors belong to no message (F§2.4).
    ...errors.map(() => ignore('messages.errors')),
  ];
}

function toStatus(raw: unknown, sender: string | undefined, fallbackMs: number | undefined): WebhookItem {
  const parsed = statusShape.safeParse(raw);
  if (!parsed.success) return ignore('messages.statuses');
  const status = parsed.data;
  const word = statusWords.find((known) => known === status.status);
  if (word === undefined) return ignore(`messages.statuses.${toFieldWord(status.status)}`);
  // We send to nobody's group; its statuses come once per participant.
  if (status.recipient_type === 'group') return ignore('messages.statuses.group');
  const atMs = status.timestamp ?? fallbackMs;
  if (atMs === undefined) return ignore('messages.statuses.timestamp');
  const code = word === 'failed' ? status.errors?.find((error) => error.code !== undefined)?.code : undefined;
  const recipient = toPerson(status.recipient_id, status.recipient_user_id);
  return {
    kind: 'status',
    // No time in the key: the same status has come in seconds and in milliseconds.
    key: ['status', status.id, word, ...(code === undefined ? [] : [code])].join(':'),
    ...(status.biz_opaque_callback_data ? { token: status.biz_opaque_callback_data } : {}),
    providerMessageId: status.id,
    status: word,
    atMs,
    ...(code === undefined ? {} : { code }),
    ...(sender === undefined ? {} : { phoneNumberId: sender }),
    ...(recipient === undefined ? {} : { recipient }),
  };
}

function toInbound(raw: unknown, sender: string | undefined, contacts: readonly unknown[]): WebhookItem {
  const parsed = inboundShape.safeParse(raw);
  if (!parsed.success || sender === undefined) return ignore('messages.messages');
  const message = parsed.data;
  if (notWritten.has(message.type)) return ignore(`messages.messages.${message.type}`);
  if (message.group_id !== undefined) return ignore('messages.messages.group');
  const from = toPerson(message.from, message.from_user_id, ...(contacts.length === 1 ? contacts : []));
  if (from === undefined) return ignore('messages.messages.from');
  const contextId = message.context?.id ?? message.context?.message_id ?? message.reaction?.message_id;
  return {
    kind: 'inbound',
    key: `inbound:${message.id}`,
    id: message.id,
    phoneNumberId: sender,
    atMs: message.timestamp,
    from,
    type: message.type,
    ...toText(message),
    ...(contextId === undefined ? {} : { contextId }),
  };
}

function toText(message: InboundMessage): Pick<InboundItem, 'text' | 'button'> {
  const reply = message.interactive?.button_reply ?? message.interactive?.list_reply;
  const payload = message.button?.payload ?? reply?.id;
  const label = message.button?.text ?? reply?.title;
  const caption = message.image?.caption ?? message.video?.caption ?? message.document?.caption;
  const text = message.text?.body ?? label ?? caption;
  return {
    ...(text === undefined ? {} : { text }),
    ...(payload === undefined
      ? {}
      : { button: { payload, ...(label === undefined ? {} : { text: label }) } }),
  };
}

/** Business-scoped ids have been seen where phone numbers belong (F§2.4), so each value is judged by its form. */
function toPerson(...candidates: readonly unknown[]): WebhookPerson | undefined {
  const values = candidates.flatMap((candidate) => {
    const contact = contactShape.safeParse(candidate);
    return contact.success ? [contact.data.wa_id, contact.data.user_id] : [candidate];
  });
  const words = values.filter((value) => typeof value === 'string');
  const digits = words
    .map((value) => /^\+?(\d{6,15})$/.exec(value)?.[1])
    .find((found) => found !== undefined);
  const userId = words.find((value) => /^[A-Z]{2}\.[A-Za-z0-9.]+$/.test(value));
  if (digits === undefined && userId === undefined) return undefined;
  return {
    ...(digits === undefined ? {} : { phone: `+${digits}` }),
    ...(userId === undefined ? {} : { userId }),
  };
}

function ignore(field: string): IgnoredItem {
  return { kind: 'ignored', field };
}

/** A status we don't know becomes part of a label: keep it a short word, whatever it was. */
function toFieldWord(status: string): string {
  return status.replace(/[^a-z_]/gi, '').slice(0, 32);
}
