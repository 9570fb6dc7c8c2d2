// The field `calls`: somebody who calls us opens the window as if they had written (F§4.1). Pure.

import { z } from 'zod';
import { ignore } from './ignored.ts';
import type { AroundMessage } from './inbound.ts';
import type { WebhookItem } from './items.ts';
import { contactIds, toPerson } from './person.ts';
import { optionalWord, timestampMs, valueShape } from './shapes.ts';
import type { SplitField } from './split-field.ts';

const callShape = z.looseObject({
  id: z.string().min(1),
  event: optionalWord,
  direction: optionalWord,
  timestamp: timestampMs,
  from: optionalWord,
  from_user_id: optionalWord,
  from_parent_user_id: optionalWord,
});

export const splitCalls: SplitField = (value) => {
  const parsed = valueShape.safeParse(value);
  if (!parsed.success) return [ignore('calls')];
  const { calls = [], statuses = [], contacts = [], metadata } = parsed.data;
  const around = { sender: metadata?.phone_number_id, contacts };
  return [
    ...calls.map((call) => toCall(call, around)),
    // Of calls that we make; we make none.
    ...statuses.map(() => ignore('calls.statuses')),
  ];
};

function toCall(raw: unknown, { sender, contacts }: AroundMessage): WebhookItem {
  const parsed = callShape.safeParse(raw);
  if (!parsed.success || sender === undefined) return ignore('calls.calls');
  const { id, event, direction, timestamp: atMs, ...call } = parsed.data;
  if (direction === 'BUSINESS_INITIATED') return ignore('calls.business_initiated');
  // The end of a call is told by the same id.
  if (event !== 'connect') return ignore('calls.terminate');
  const ids = [call.from, call.from_user_id, call.from_parent_user_id];
  const from = toPerson(...ids, ...contactIds(contacts, ids));
  if (from === undefined) return ignore('calls.from');
  return { kind: 'inbound', key: `inbound:${id}`, id, phoneNumberId: sender, atMs, from, type: 'call' };
}
