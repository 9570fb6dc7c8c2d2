// People with a US number get no marketing templates: 131049 (F§0 row 6, F§4.4). Nothing is said of open windows, so
// they don't help here either.

import * as z from 'zod';
import { failLater, isMarketing, type PlatformRule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

export const usPauseSettings = z.strictObject({
  on: z.boolean(),
  /** Of +1: those that are not of the US. */
  exemptAreaCodes: z.array(z.string().regex(/^\d{3}$/)),
});

type Settings = z.infer<typeof usPauseSettings>;

export function createUsPause({ settings }: RuleContext<Settings>): PlatformRule {
  return {
    judge: (facts) => {
      const { waId, userId } = facts.phone.identity;
      if (!isMarketing(facts)) return undefined;
      if (waId === undefined) return userId?.startsWith('US.') ? failLater(131049) : undefined;
      const [, areaCode] = /^1(\d{3})\d{7}$/.exec(waId) ?? [];
      const isUs = areaCode !== undefined && !settings().exemptAreaCodes.includes(areaCode);
      return isUs ? failLater(131049) : undefined;
    },
  };
}
