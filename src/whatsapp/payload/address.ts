// Whom a message goes to, as Meta takes it (F§1.1, F§1.2, F§5.1). Pure.

import type { MessageCategory, Recipient } from '../../messaging/message.ts';
import type { Problems } from './problem.ts';

/** The phone number wherever we have one: it keeps phones in webhooks and beats an id anyway (F§5.1). */
export type Address = { readonly to: string } | { readonly recipient: string };

/** A person's id for this business, or for a group of them; sent whole (F§1.2). */
const userIdPattern = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

export function toAddress({ phone, businessScopedUserId, parentUserId }: Recipient): Address | undefined {
  if (phone !== undefined) return { to: phone };
  const userId = businessScopedUserId ?? parentUserId;
  return userId === undefined ? undefined : { recipient: userId };
}

/** @param category of the message, where it is known: codes go to phone numbers only (131062) */
export function checkAddress(address: Address | undefined, category: MessageCategory | undefined): Problems {
  if (address === undefined) return [{ code: 'no-recipient', place: 'to' }];
  if ('to' in address) {
    // Without the plus Meta would prepend our own country code and write to a stranger (F§1.1).
    return /^\+[1-9]\d{6,14}$/.test(address.to) ? [] : [{ code: 'phone-not-e164', place: 'to' }];
  }
  if (!userIdPattern.test(address.recipient)) return [{ code: 'user-id-malformed', place: 'recipient' }];
  // Every authentication template is one-tap, zero-tap or copy-code (F§1.2).
  return category === 'authentication' ? [{ code: 'user-id-not-allowed', place: 'recipient' }] : [];
}
