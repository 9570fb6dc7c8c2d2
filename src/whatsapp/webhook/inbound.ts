// Messages of people, and what Meta says about them in a message's place (F§2.4). Pure.

import { z } from 'zod';
import { toIdentityChange } from './identity.ts';
import { ignore } from './ignored.ts';
import { contentShape, toContent } from './inbound-content.ts';
import type { WebhookItem } from './items.ts';
import { contactIds, contactName, toPerson } from './person.ts';
import { optionalWord, timestampMs } from './shapes.ts';

/** Messages in which nobody wrote to us: they open no window and answer nothing. */
const notWritten = new Set(['revoke', 'edit']);

const inboundShape = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  timestamp: timestampMs,
  from: optionalWord,
  from_user_id: optionalWord,
  from_parent_user_id: optionalWord,
  group_id: optionalWord,
  system: z.unknown().optional(),
  ...contentShape,
});

export interface AroundMessage {
  readonly sender: string | undefined;
  readonly contacts: readonly unknown[];
}

export function toInbound(raw: unknown, { sender, contacts }: AroundMessage): WebhookItem {
  const parsed = inboundShape.safeParse(raw);
  if (!parsed.success) return ignore('messages.messages');
  const message = parsed.data;
  const { id, type, timestamp: atMs } = message;
  if (notWritten.has(type)) return ignore(`messages.messages.${type}`);
  if (message.group_id !== undefined) return ignore('messages.messages.group');
  const ids = [message.from, message.from_user_id, message.from_parent_user_id];
  if (type === 'system') return toIdentityChange(message.system, { id, atMs, from: toPerson(...ids) });
  if (sender === undefined) return ignore('messages.messages');
  const content = toContent(message);
  const from = toPerson(...ids, ...contactIds(contacts, ids), content.contacts?.own);
  if (from === undefined) return ignore('messages.messages.from');
  return {
    kind: 'inbound',
    key: `inbound:${id}`,
    id,
    phoneNumberId: sender,
    atMs,
    from,
    profileName: contactName(contacts, ids),
    type,
    ...content,
    contextId: message.context?.id ?? message.context?.message_id ?? message.reaction?.message_id,
  };
}
