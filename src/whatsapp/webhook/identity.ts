// A person's number or business-scoped id has become another: told by a system message (F§2.4) or by the field
// `user_id_update` (F§2.5). Pure.

import { z } from 'zod';
import { ignore } from './ignored.ts';
import type { WebhookItem, WebhookPerson } from './items.ts';
import { toPerson } from './person.ts';
import { optionalTimestampMs, optionalWord, part, valueShape } from './shapes.ts';
import type { SplitField } from './split-field.ts';

/** Older payloads say `customer_changed_number` and `new_wa_id`. */
const changes = new Set(['user_changed_number', 'customer_changed_number', 'user_changed_user_id']);

const systemShape = z.looseObject({
  type: z.string(),
  wa_id: optionalWord,
  new_wa_id: optionalWord,
  previous_user_id: optionalWord,
  user_id: optionalWord,
  parent_user_id: optionalWord,
});

export interface SystemMessage {
  readonly id: string;
  readonly atMs: number;
  /** Who it is about, as they were known. */
  readonly from: WebhookPerson | undefined;
}

/** The identity item of a system message; any other says nothing that we act on. */
export function toIdentityChange(raw: unknown, { id, atMs, from }: SystemMessage): WebhookItem {
  const system = systemShape.safeParse(raw).data;
  if (system === undefined || !changes.has(system.type)) return ignore('messages.messages.system');
  const before = toPerson(from?.phone, system.previous_user_id, from?.userId, from?.parentUserId);
  const after = toPerson(system.new_wa_id ?? system.wa_id, system.user_id, system.parent_user_id);
  if (before === undefined || after === undefined) return ignore('messages.messages.system');
  return { kind: 'identity', key: `identity:${id}`, atMs, from: before, to: after };
}

const changeOfId = part({ previous: optionalWord, current: optionalWord });
const updateShape = z.looseObject({
  wa_id: optionalWord,
  user_id: changeOfId,
  parent_user_id: changeOfId,
  timestamp: optionalTimestampMs,
});

export const splitUserIdUpdate: SplitField = (value, { atMs: fallbackMs }) => {
  const updates = valueShape.safeParse(value).data?.user_id_update;
  if (updates === undefined) return [ignore('user_id_update')];
  return updates.map((raw) => toUserIdChange(raw, fallbackMs));
};

function toUserIdChange(raw: unknown, fallbackMs: number | undefined): WebhookItem {
  const { wa_id, user_id, parent_user_id, timestamp } = updateShape.safeParse(raw).data ?? {};
  const from = toPerson(wa_id, user_id?.previous, parent_user_id?.previous);
  const to = toPerson(user_id?.current, parent_user_id?.current);
  const atMs = timestamp ?? fallbackMs;
  if (from === undefined || to === undefined || atMs === undefined) return ignore('user_id_update');
  // It has no id of its own: the same change is the same item, however often it comes.
  const ids = [from.userId, from.parentUserId, to.userId, to.parentUserId].map((id) => id ?? '');
  return { kind: 'identity', key: `identity:${ids.join(':')}`, atMs, from, to };
}
