// The body of `POST /{version}/{phone-number-id}/marketing_messages` (F§1.5): a template message with two more fields.

import * as z from 'zod';
import { addressing, hasRecipient, needsRecipient } from './addressing.ts';
import { templateObject } from './template.ts';

export const marketingMessageSchema = z
  .strictObject({
    ...addressing,
    recipient_type: z.literal('individual').optional(),
    type: z.literal('template'),
    template: templateObject,
    product_policy: z.enum(['CLOUD_API_FALLBACK', 'STRICT']).optional(),
    message_activity_sharing: z.boolean().optional(),
  })
  .refine(hasRecipient, needsRecipient);
