// Who a webhook is about. Pure.

import type { WebhookPerson } from './items.ts';
import { contactShape } from './shapes.ts';

/** Business-scoped ids have been seen where phone numbers belong (F§2.4), so each value is judged by its form. */
export function toPerson(...candidates: readonly unknown[]): WebhookPerson | undefined {
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
