// The field `messages`: statuses of what we sent, and what people wrote to us (F§2.3, F§2.4). Pure.

import { toErrorItem } from './capacity.ts';
import { ignore } from './ignored.ts';
import { toInbound } from './inbound.ts';
import { firstCode, valueShape } from './shapes.ts';
import type { SplitField } from './split-field.ts';
import { toStatus } from './statuses.ts';

export const splitMessages: SplitField = (value, { atMs }) => {
  const parsed = valueShape.safeParse(value);
  if (!parsed.success) return [ignore('messages.value')];
  const { statuses = [], messages = [], errors = [], contacts = [], metadata } = parsed.data;
  const around = { sender: metadata?.phone_number_id, contacts, atMs };
  return [
    ...statuses.map((status) => toStatus(status, around)),
    ...messages.map((message) => toInbound(message, around)),
    // Out-of-band errors belong to no message (F§2.4), but to the number.
    ...errors.map(
      (error) => toErrorItem(firstCode([error]), around.sender, atMs) ?? ignore('messages.errors'),
    ),
  ];
};
