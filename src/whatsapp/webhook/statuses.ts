// Statuses of what we sent (F§2.3). Pure.

import { z } from 'zod';
import { ignore } from './ignored.ts';
import { statusWords, type WebhookItem } from './items.ts';
import { contactIds, toPerson } from './person.ts';
import { firstCode, list, optionalTimestampMs, optionalWord, part } from './shapes.ts';

const statusShape = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  timestamp: optionalTimestampMs,
  recipient_id: optionalWord,
  recipient_user_id: optionalWord,
  recipient_parent_user_id: optionalWord,
  recipient_type: optionalWord,
  biz_opaque_callback_data: optionalWord,
  pricing: part({ category: optionalWord, type: optionalWord }),
  errors: list,
});

export interface AroundStatus {
  readonly sender: string | undefined;
  readonly contacts: readonly unknown[];
  /** Stands in for a status without a time. */
  readonly atMs: number | undefined;
}

export function toStatus(raw: unknown, { sender, contacts, atMs: fallbackMs }: AroundStatus): WebhookItem {
  const parsed = statusShape.safeParse(raw);
  if (!parsed.success) return ignore('messages.statuses');
  const status = parsed.data;
  const word = statusWords.find((known) => known === status.status);
  if (word === undefined) return ignore(`messages.statuses.${toFieldWord(status.status)}`);
  // We send to nobody's group; its statuses come once per participant.
  if (status.recipient_type === 'group') return ignore('messages.statuses.group');
  const atMs = status.timestamp ?? fallbackMs;
  if (atMs === undefined) return ignore('messages.statuses.timestamp');
  const code = word === 'failed' ? firstCode(status.errors) : undefined;
  const ids = [status.recipient_id, status.recipient_user_id, status.recipient_parent_user_id];
  return {
    kind: 'status',
    // No time in the key: the same status has come in seconds and in milliseconds.
    key: code === undefined ? `status:${status.id}:${word}` : `status:${status.id}:${word}:${code}`,
    token: status.biz_opaque_callback_data || undefined,
    providerMessageId: status.id,
    status: word,
    atMs,
    code,
    price: status.pricing && { category: status.pricing.category, type: status.pricing.type },
    phoneNumberId: sender,
    recipient: toPerson(...ids, ...contactIds(contacts, ids)),
  };
}

/** A status we don't know becomes part of a label: keep it a short word, whatever it was. */
function toFieldWord(status: string): string {
  return status.replace(/[^a-z_]/gi, '').slice(0, 32);
}
