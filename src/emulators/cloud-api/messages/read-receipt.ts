// Marks an inbound message as read, perhaps showing the typing indicator (F§1.3).

import * as z from 'zod';

export const readReceiptSchema = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
