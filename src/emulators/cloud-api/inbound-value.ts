// The values of webhooks about what people do: messages to the business, changes of their number or id, calls, and
// whether they want marketing (F§2.4, F§2.5). Pure.

import { type Identity, toUserId } from './identity.ts';
import type { InboundParts } from './inbound-content.ts';
import { toContact, toShownPerson, toTimestamp, type WebhookShape } from './webhook-shape.ts';
import { type CloudSender, toMessagesChange, type WebhookChange } from './webhook-value.ts';

/** A person who does something, and where and when. */
export interface Act {
  readonly sender: CloudSender;
  readonly person: Identity;
  readonly profileName: string;
  readonly atMs: number;
  readonly shape: WebhookShape;
}

export interface Inbound extends Act {
  readonly wamid: string;
  readonly parts: InboundParts;
  readonly context: string | undefined;
}

export function toInboundChange(inbound: Inbound): WebhookChange {
  const message = {
    ...toFrom(inbound),
    id: inbound.wamid,
    timestamp: toTimestamp(inbound.atMs, inbound.shape),
    ...(inbound.context === undefined
      ? {}
      : { context: { from: inbound.sender.displayPhoneNumber, id: inbound.context } }),
    ...inbound.parts.value,
  };
  return toMessagesChange(inbound.sender, { ...toContacts(inbound), messages: [message] });
}

export interface IdentityChange extends Act {
  readonly wamid: string;
  readonly next: Identity;
}

/** `system` message: the person has another number, or got another business-scoped id with another phone. */
export function toSystemChange(change: IdentityChange): WebhookChange {
  const { person, next } = change;
  const hasNewNumber = next.waId !== undefined && next.waId !== person.waId;
  const system = hasNewNumber
    ? {
        body: `User changed from ${person.key} to ${next.key}`,
        wa_id: next.waId,
        type: 'user_changed_number',
      }
    : {
        body: 'User changed their id',
        previous_user_id: toUserId(person),
        user_id: toUserId(next),
        type: 'user_changed_user_id',
      };
  const message = {
    ...toFrom(change),
    id: change.wamid,
    timestamp: toTimestamp(change.atMs, change.shape),
    type: 'system',
    system,
  };
  return toMessagesChange(change.sender, { messages: [message] });
}

/** The field `user_id_update`. */
export function toUserIdChange(change: IdentityChange): WebhookChange {
  const { person, next } = change;
  const update = {
    ...(person.waId === undefined ? {} : { wa_id: person.waId }),
    user_id: { previous: toUserId(person), current: toUserId(next) },
    detail: 'The user id has changed.',
    timestamp: toTimestamp(change.atMs, change.shape),
  };
  return { ...toMessagesChange(change.sender, { user_id_update: [update] }), field: 'user_id_update' };
}

/** The field `calls`: one of a person to the business. `terminate` is its end. */
export function toCallChange(
  act: Act & { readonly callId: string; readonly event: 'connect' | 'terminate' },
): WebhookChange {
  const { waId, userId } = toShownPerson(act.person, act.shape);
  const call = {
    id: act.callId,
    ...(waId === undefined ? {} : { from: waId }),
    ...(userId === undefined ? {} : { from_user_id: userId }),
    to: act.sender.displayPhoneNumber,
    event: act.event,
    direction: 'USER_INITIATED',
    timestamp: toTimestamp(act.atMs, act.shape),
    ...(act.event === 'terminate' && { status: 'COMPLETED' }),
  };
  return { ...toMessagesChange(act.sender, { ...toContacts(act), calls: [call] }), field: 'calls' };
}

/** The field `user_preferences`; its timestamp is a number (F§2.2). */
export function toPreferenceChange(act: Act & { readonly value: 'stop' | 'resume' }): WebhookChange {
  const { waId, userId } = toShownPerson(act.person, act.shape);
  const preference = {
    ...(waId === undefined ? {} : { wa_id: waId }),
    ...(userId === undefined ? {} : { user_id: userId }),
    detail: `User requested to ${act.value} marketing messages`,
    category: 'marketing_messages',
    value: act.value,
    timestamp: Number(toTimestamp(act.atMs, act.shape)),
  };
  return {
    ...toMessagesChange(act.sender, { ...toContacts(act), user_preferences: [preference] }),
    field: 'user_preferences',
  };
}

function toFrom({ person, shape }: Act): Record<string, unknown> {
  const { waId, userId } = toShownPerson(person, shape);
  return {
    ...(waId === undefined ? {} : { from: waId }),
    ...(userId === undefined ? {} : { from_user_id: userId }),
  };
}

function toContacts({ person, profileName, shape }: Act): Record<string, unknown> {
  return shape.contacts === 'none' ? {} : { contacts: [toContact(person, profileName, shape)] };
}
