// So many messages a second pass through a number, those that come in counted too: 80, 1,000 for upgraded ones, 20 for
// ones that are used in the business app as well (F§1.6). 130429 in the answer.

import * as z from 'zod';
import type { Platform } from '../platform/platform.ts';
import type { CloudSender } from '../webhook-value.ts';
import { type PlatformRule, refuse } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

const SECOND_MS = 1_000;

export const senderThroughputSettings = z.strictObject({
  on: z.boolean(),
  standard: z.int().positive(),
  high: z.int().positive(),
  /** Of numbers that are used in the WhatsApp Business app too. */
  businessApp: z.int().positive(),
});

type Settings = z.infer<typeof senderThroughputSettings>;

export function createSenderThroughput({ settings, nowMs }: RuleContext<Settings>): PlatformRule {
  /** Epoch milliseconds of the last second's messages, by number. */
  const recent = new Map<string, readonly number[]>();

  const lastSecond = (id: string) => (recent.get(id) ?? []).filter((atMs) => atMs > nowMs() - SECOND_MS);
  const count = ({ phoneNumberId }: CloudSender) =>
    void recent.set(phoneNumberId, [...lastSecond(phoneNumberId), nowMs()]);
  const limitOf = (platform: Platform, { phoneNumberId }: CloudSender): number => {
    const { throughput, isOnBusinessApp } = platform.numbers.of(phoneNumberId);
    if (isOnBusinessApp) return settings().businessApp;
    return throughput === 'HIGH' ? settings().high : settings().standard;
  };

  return {
    judge: ({ platform, sender }) =>
      lastSecond(sender.phoneNumberId).length >= limitOf(platform, sender) ? refuse(130429) : undefined,
    accepted: ({ sender }) => count(sender),
    heard: (_phone, sender) => count(sender),
  };
}
