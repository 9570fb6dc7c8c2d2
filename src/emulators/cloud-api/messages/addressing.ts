// What every message carries beside its content (F§1.2): to whom, in answer to what, and the business's own token.

import * as z from 'zod';
import { atMost } from './characters.ts';

/** A person's number as F§1.1 allows it to be written. */
const phone = z.string().regex(/^\+?[\d\s().-]{5,24}$/, 'is not a phone number');
/** Business-scoped user id, or parent id; has to be sent whole. */
const businessScopedUserId = z
  .string()
  .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, 'is not a business-scoped user id');

export const addressing = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: phone.optional(),
  recipient: businessScopedUserId.optional(),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  /** Older documentation said 512; the present one gives no length (F§1.2, C). */
  biz_opaque_callback_data: atMost(512).optional(),
};

/** A refinement: one of the two addresses is needed (F§1.2). */
export const needsRecipient = {
  path: ['to'],
  params: { missing: true },
  message: 'is required, or recipient',
};

export function hasRecipient(body: { to?: string | undefined; recipient?: string | undefined }): boolean {
  return body.to !== undefined || body.recipient !== undefined;
}
