// What can be set of an emulated WhatsApp business account (WABA). The schema is the contract of the control API.

import * as z from 'zod';
import { canSendSchema } from './health.ts';

export const RESTRICTION_TYPES = [
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  'RESTRICTED_UTILITY_TEMPLATES',
  'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES',
] as const;
export type RestrictionType = (typeof RESTRICTION_TYPES)[number];

const accountSchema = z.strictObject({
  name: z.string().min(1),
  /** Whether `/marketing_messages` really sends as the Marketing Messages API (F§1.5). */
  marketingMessagesApi: z.enum(['onboarded', 'not-onboarded']),
  /** False: `/messages`, and the fallback to it, refuse marketing templates with 131063 (F§1.5). */
  marketingOnCloudApi: z.boolean(),
  /** Whether texts and interactive messages may have a `category` (F§5.4). */
  directSend: z.boolean(),
  /** What becomes of a template message whose name the account doesn't have. Refused with 132001, as Meta would. */
  unknownTemplates: z.enum(['accept', 'refuse']),
  /** State in which newly created templates stay until a script decides. */
  templateReview: z.enum(['PENDING', 'APPROVED', 'REJECTED']),
  /** Management calls in a moving hour (F§1.6): 5,000 with a registered number, 200 without. */
  managementCallsPerHour: z.int().min(0),
  /** Whether the app gets the account's webhooks. */
  isSubscribed: z.boolean(),
  canSend: canSendSchema,
  /** Bars on what may be sent, until a time (ISO 8601) or until they are taken away (F§4.7). */
  restrictions: z.array(
    z.strictObject({
      type: z.enum(RESTRICTION_TYPES),
      expiresAt: z.iso.datetime({ offset: true }).optional(),
    }),
  ),
  /** Nothing that the business begins goes out until somebody acknowledges it, which makes this false (F§4.7). */
  softLock: z.boolean(),
});
export const accountPatchSchema = accountSchema.partial();

export type AccountSettings = z.infer<typeof accountSchema>;

export const INITIAL_ACCOUNT: AccountSettings = {
  name: 'Emulated account',
  marketingMessagesApi: 'not-onboarded',
  marketingOnCloudApi: true,
  directSend: false,
  unknownTemplates: 'accept',
  templateReview: 'PENDING',
  managementCallsPerHour: 5_000,
  isSubscribed: true,
  canSend: { status: 'AVAILABLE' },
  restrictions: [],
  softLock: false,
};
