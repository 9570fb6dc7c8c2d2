// Who a webhook is about. Pure.

import { z } from 'zod';
import type { WebhookPerson } from './items.ts';
import { optionalWord, part } from './shapes.ts';

const contactShape = z.looseObject({
  wa_id: optionalWord,
  user_id: optionalWord,
  parent_user_id: optionalWord,
  profile: part({ name: optionalWord }),
});

/**
 * The person that these values name. Business-scoped ids have been seen where phone numbers belong (F§2.4), so each value
 * is judged by its form; the first of a form counts.
 */
export function toPerson(...values: readonly unknown[]): WebhookPerson | undefined {
  let phone: string | undefined;
  let userId: string | undefined;
  let parentUserId: string | undefined;
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const digits = /^\+?(\d{6,15})$/.exec(value)?.[1];
    if (digits !== undefined) phone ??= `+${digits}`;
    else if (/^[A-Z]{2}\.ENT\.[A-Za-z0-9]{1,128}$/.test(value)) parentUserId ??= value;
    else if (/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/.test(value)) userId ??= value;
  }
  if (phone === undefined && userId === undefined && parentUserId === undefined) return undefined;
  return { phone, userId, parentUserId };
}

/**
 * The ids of the contact beside a message or status (F§2.3): the one that shares an id with it, else the only one.
 */
export function contactIds(contacts: readonly unknown[], own: OwnIds): OwnIds {
  const contact = findContact(contacts, own);
  return contact === undefined ? [] : idsOf(contact);
}

/** What the contact beside a message calls itself. */
export function contactName(contacts: readonly unknown[], own: OwnIds): string | undefined {
  return findContact(contacts, own)?.profile?.name;
}

type OwnIds = readonly (string | undefined)[];
type Contact = z.output<typeof contactShape>;

function findContact(contacts: readonly unknown[], own: OwnIds): Contact | undefined {
  const read = contacts.flatMap((raw): readonly Contact[] => {
    const { data } = contactShape.safeParse(raw);
    return data === undefined ? [] : [data];
  });
  const mine = read.find((contact) => idsOf(contact).some((id) => id !== undefined && own.includes(id)));
  return mine ?? (read.length === 1 ? read[0] : undefined);
}

function idsOf({ wa_id, user_id, parent_user_id }: Contact): OwnIds {
  return [wa_id, user_id, parent_user_id];
}
