// What can be set of an emulated business phone number. The schema is the contract of the control API.

import * as z from 'zod';
import { canSendSchema } from './health.ts';

const numberSchema = z.strictObject({
  verifiedName: z.string().min(1),
  qualityRating: z.enum(['GREEN', 'YELLOW', 'RED', 'NA']),
  /** Anything but CONNECTED refuses sends with 133010. */
  status: z.enum(['CONNECTED', 'PENDING', 'DISCONNECTED', 'FLAGGED', 'RESTRICTED', 'UNVERIFIED']),
  codeVerificationStatus: z.enum(['VERIFIED', 'NOT_VERIFIED', 'UNVERIFIED', 'EXPIRED']),
  nameStatus: z.enum([
    'APPROVED',
    'AVAILABLE_WITHOUT_REVIEW',
    'DECLINED',
    'EXPIRED',
    'PENDING_REVIEW',
    'NONE',
  ]),
  platformType: z.enum(['CLOUD_API', 'ON_PREMISE', 'NOT_APPLICABLE']),
  /** STANDARD is 80 messages a second, HIGH 1,000 (F§1.6). */
  throughput: z.enum(['STANDARD', 'HIGH', 'NOT_APPLICABLE']),
  /** Used in the WhatsApp Business app too: 20 messages a second (F§1.6). */
  isOnBusinessApp: z.boolean(),
  /** People written to outside a window in a moving day (F§4.8). */
  messagingLimit: z.enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']),
  canSend: canSendSchema,
});
export const numberPatchSchema = numberSchema.partial();

export type NumberSettings = z.infer<typeof numberSchema>;

export const INITIAL_NUMBER: NumberSettings = {
  verifiedName: 'Emulated Shop',
  qualityRating: 'GREEN',
  status: 'CONNECTED',
  codeVerificationStatus: 'VERIFIED',
  nameStatus: 'APPROVED',
  platformType: 'CLOUD_API',
  throughput: 'STANDARD',
  isOnBusinessApp: false,
  messagingLimit: 'TIER_UNLIMITED',
  canSend: { status: 'AVAILABLE' },
};
