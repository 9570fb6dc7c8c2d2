// The field `messages`: statuses of what we sent, and what people wrote to us (F§2.3, F§2.4). Pure.

import { ignore } from './ignored.ts';
import { type InboundItem, statusWords, type WebhookItem } from './items.ts';
import { toPerson } from './person.ts';
import { type InboundMessage, inboundShape, messagesValueShape, statusShape } from './shapes.ts';
import type { SplitField } from './split-field.ts';

/** Messages in which nobody wrote to us: they open no window and answer nothing (F§2.4). */
const notWritten = new Set(['system', 'revoke', 'edit']);

export const splitMessages: SplitField = (value, { atMs }) => {
  const parsed = messagesValueShape.safeParse(value);
  if (!parsed.success) return [ignore('messages.value')];
  const { statuses = [], messages = [], errors = [], contacts = [], metadata } = parsed.data;
  const sender = metadata?.phone_number_id;
  return [
    ...statuses.map((status) => toStatus(status, sender, atMs)),
    ...messages.map((message) => toInbound(message, sender, contacts)),
    // Out-of-band errors belong to no message (F§2.4).
    ...errors.map(() => ignore('messages.errors')),
  ];
};

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

/** A status we don't know becomes part of a label: keep it a short word, whatever it was. */
function toFieldWord(status: string): string {
  return status.replace(/[^a-z_]/gi, '').slice(0, 32);
}
