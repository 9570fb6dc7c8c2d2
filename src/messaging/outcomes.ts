// The outcome words of message nodes (DESIGN 4.3), their prefixes, and the evidence words they build on. Durable.

import type { Channel } from './message.ts';

/** Words that evidence can bring, weakest first. */
export const evidenceWords = [
  'accepted',
  'sent',
  'delivered',
  'read',
  'replied',
  'clicked',
  'failed',
] as const;
export type EvidenceWord = (typeof evidenceWords)[number];

/** Evidence an author may await; `sent` alone is never awaited. */
export const awaitableWords = ['accepted', 'delivered', 'read', 'replied', 'clicked'] as const;
export type AwaitableWord = (typeof awaitableWords)[number];

/** Evidence that a channel's provider can give; awaiting anything else would be in vain. */
export const evidenceOfChannel = {
  whatsapp: awaitableWords,
  // Delivery receipts of SMS are not read yet; e-mail has none.
  sms: ['accepted'],
  email: ['accepted'],
} as const satisfies { readonly [channel in Channel]: readonly AwaitableWord[] };

/** Outcomes that are failures, whatever is awaited. */
export const failureOutcomes = [
  'experiment',
  'limit.user',
  'limit.us',
  'limit.sender',
  'undeliverable',
  'window',
  'consent',
  'template.paused',
  'template.missing',
  'template.params',
  'account',
  'capped',
  'silent',
  'expired',
  'unresolved',
  'unavailable',
  'invalid',
  'stopped',
] as const;

/** The one that only nodes with a canary can have: it was stopped. */
export const canaryOutcome = 'stopped' satisfies FailureOutcome;
export const usualFailures = failureOutcomes.filter((word) => word !== canaryOutcome);

/** Failures that leave it open whether the person has got the message; all others say that they have not. */
const openOutcomes: ReadonlySet<string> = new Set(['silent', 'unresolved', 'unavailable']);
export const unreceivedOutcomes = failureOutcomes.filter((word) => !openOutcomes.has(word));

/** Failures after which the same channel does no better soon: with any message, or with marketing (F§4.2 to F§4.4). */
export const inVainOutcomes = {
  any: ['undeliverable', 'account', 'limit.sender'],
  marketing: ['experiment', 'limit.user', 'limit.us'],
} as const satisfies { readonly [what in 'any' | 'marketing']: readonly FailureOutcome[] };

export type FailureOutcome = (typeof failureOutcomes)[number];
export type MessageOutcome = AwaitableWord | FailureOutcome;
