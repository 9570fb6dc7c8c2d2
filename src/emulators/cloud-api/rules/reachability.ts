// Whether the person can be reached at all: numbers that are not on WhatsApp fail with 131026; on a phone that is away,
// messages wait for it until their time to live has passed, and then nothing is ever said of them (F§0 row 2, F§1.5).

import * as z from 'zod';
import { findDirectSend } from '../admission/direct-send.ts';
import { failLater, type PlatformRule, type RuleFacts } from './rule.ts';

const THIRTY_DAYS_S = 2_592_000;
const TEN_MINUTES_S = 600;

export const notOnWhatsAppSettings = z.strictObject({ on: z.boolean() });
export const timeToLiveSettings = z.strictObject({ on: z.boolean() });

export function createNotOnWhatsApp(): PlatformRule {
  return {
    judge: ({ phone }) => (phone.presence === 'not-on-whatsapp' ? failLater(131026) : undefined),
  };
}

export function createTimeToLive(): PlatformRule {
  return {
    judge: (facts) =>
      facts.phone.presence === 'away'
        ? { surface: 'fate', fate: { do: 'wait', ttlSeconds: toTtlSeconds(facts) } }
        : undefined,
  };
}

function toTtlSeconds({ message, template, category }: RuleFacts): number {
  // Marketing's own counts on its own endpoint only (F§1.5).
  const ofTemplate = category === 'marketing' ? undefined : template?.ttlSeconds;
  const own = findDirectSend(message)?.ttlSeconds ?? ofTemplate;
  if (own !== undefined && own !== null) return own === -1 ? THIRTY_DAYS_S : own;
  return category === 'authentication' ? TEN_MINUTES_S : THIRTY_DAYS_S;
}
