// How Meta writes the values of `messages` webhooks where it has several ways (F§2.2 to F§2.4): who is named how, with
// or without contacts and conversations, in seconds or milliseconds. Pure; the schema is the contract of the control API.

import * as z from 'zod';
import { type Identity, toUserId } from './identity.ts';

export const webhookShapeSchema = z.strictObject({
  /**
   * `phone`: by number, people that were addressed by their business-scoped id by that. `both`: number and id.
   * `user-id`: by id only, as people with a username (F§5.1). `user-id-in-from`: the id where the number belongs.
   */
  people: z.enum(['phone', 'both', 'user-id', 'user-id-in-from']),
  /** Which values have `contacts`. */
  contacts: z.enum(['inbound', 'all', 'none']),
  /** Whether statuses have a `conversation`. */
  conversation: z.boolean(),
  timestamps: z.enum(['seconds', 'milliseconds']),
});
export const webhookShapePatchSchema = webhookShapeSchema.partial();

export type WebhookShape = z.infer<typeof webhookShapeSchema>;

export const USUAL_SHAPE: WebhookShape = {
  people: 'phone',
  contacts: 'inbound',
  conversation: false,
  timestamps: 'seconds',
};

/** What is shown of a person. */
export function toShownPerson(person: Identity, { people }: WebhookShape): Pick<Identity, 'waId' | 'userId'> {
  const { waId } = person;
  if (people === 'phone' && waId !== undefined) return { waId };
  const userId = toUserId(person);
  if (people === 'user-id-in-from') return { waId: userId };
  return people === 'both' && waId !== undefined ? { waId, userId } : { userId };
}

/** Meta's timestamps are strings, of seconds but for once in a while (F§2.2). */
export function toTimestamp(atMs: number, { timestamps }: WebhookShape): string {
  return String(timestamps === 'milliseconds' ? Math.floor(atMs) : Math.floor(atMs / 1000));
}

export function toContact(
  person: Identity,
  profileName: string,
  shape: WebhookShape,
): Record<string, unknown> {
  const { waId, userId } = toShownPerson(person, shape);
  return {
    profile: { name: profileName },
    ...(waId === undefined ? {} : { wa_id: waId }),
    ...(userId === undefined ? {} : { user_id: userId }),
  };
}
