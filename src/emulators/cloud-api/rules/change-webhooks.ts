// Whether changes of templates, numbers and accounts are told by webhooks. What other rules change is told in any case.

import * as z from 'zod';

export const changeWebhooksSettings = z.strictObject({ on: z.boolean() });
