// The outcome words of message nodes (DESIGN 4.3), their prefixes, and the evidence words they build on. Durable.

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
] as const;
export type FailureOutcome = (typeof failureOutcomes)[number];
export type MessageOutcome = AwaitableWord | FailureOutcome;
