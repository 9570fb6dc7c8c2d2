// Marketing to a person who stopped it fails with 131050, in an open window too, until they resume it (F§3.2, F§4.10).

import * as z from 'zod';
import { failLater, isMarketing, type PlatformRule } from './rule.ts';

export const optOutSettings = z.strictObject({ on: z.boolean() });

export function createOptOut(): PlatformRule {
  return {
    judge: (facts) => (isMarketing(facts) && facts.phone.hasStoppedMarketing ? failLater(131050) : undefined),
  };
}
