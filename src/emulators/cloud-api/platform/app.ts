// The app whose token calls: which tokens are good, and what they were granted. The schema is the contract of the
// control API.

import * as z from 'zod';

const permission = z.enum(['whatsapp_business_messaging', 'whatsapp_business_management']);

const appSchema = z.strictObject({
  /** All that are accepted: two while a token is rotated. */
  accessTokens: z.array(z.string().min(1)),
  /** Good once, refused with 190 and subcode 463 now. */
  expiredTokens: z.array(z.string().min(1)),
  permissions: z.array(permission),
  /** When the tokens expire, as `debug_token` tells it: unix seconds, 0 for never. Only told, not enforced. */
  tokensExpireAt: z.int().min(0),
});
export const appPatchSchema = appSchema.partial();

export type Permission = z.infer<typeof permission>;
export type AppSettings = z.infer<typeof appSchema>;

export const APP_ID = '300000000000001';
export const BUSINESS_ID = '500000000000001';

export function toInitialApp(accessToken: string): AppSettings {
  return {
    accessTokens: [accessToken],
    expiredTokens: [],
    permissions: ['whatsapp_business_messaging', 'whatsapp_business_management'],
    tokensExpireAt: 0,
  };
}
