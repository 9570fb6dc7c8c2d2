// What the gate knows of a message's template at the moment of sending, and what its state means. Pure.

export interface TemplateFacts {
  readonly name?: string;
  readonly language?: string;
  /** Meta's word as last heard: APPROVED, PAUSED, DISABLED …; absent when it was never heard of. */
  readonly status?: string;
  /** As of when it was so, epoch milliseconds. */
  readonly statusAt?: number;
  /** Meta's word for why, or the code that told. */
  readonly statusReason?: string;
}

/** Our word for what 132001 tells: not there in this language, or not approved. */
export const missingStatus = 'MISSING';

/** So long such an answer is believed without Meta's list: where that can't be read, nothing else would end it. */
export const missingForMs = 10 * 60_000;

/**
 * `sendable`: also where nobody told us of it, since Meta's answer decides then. `passing`: comes back, often by itself
 * (F§4.6). `gone`: somebody has to replace it.
 */
export type TemplateVerdict = 'sendable' | 'passing' | 'gone';

const sendable = new Set(['APPROVED', 'REINSTATED']);
const passing = new Set(['PAUSED', 'PENDING', 'IN_APPEAL', 'LOCKED', 'LIMIT_EXCEEDED', 'FLAGGED']);

/** @param now epoch milliseconds */
export function judgeTemplate({ status, statusAt = 0 }: TemplateFacts, now: number): TemplateVerdict {
  if (status === undefined || sendable.has(status)) return 'sendable';
  if (passing.has(status)) return 'passing';
  return status === missingStatus && now - statusAt >= missingForMs ? 'sendable' : 'gone';
}
