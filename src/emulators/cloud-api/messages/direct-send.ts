// Direct Send (beta, F§5.4): fields that let an ordinary text or interactive message go out under a category,
// outside the window, from accounts that have the capability.

import * as z from 'zod';
import { oneTo } from './characters.ts';

export const directSend = {
  category: z.enum(['utility', 'authentication', 'service']).optional(),
  ttl_seconds: z.int().optional(),
  direct_send_config: z.strictObject({ template_name: oneTo(512) }).optional(),
};
