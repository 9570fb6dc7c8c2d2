// Evidence about a send is a set that only grows; what it means is computed from the set, so order, repetition and
// lateness cannot matter (DESIGN 7.3). Pure.

import type { AwaitableWord, EvidenceWord, MessageOutcome } from './outcomes.ts';

/** One fact about a send. */
export interface Evidence {
  readonly kind: EvidenceWord;
  /** The provider's code of a `failed`, else empty. */
  readonly code: string;
  /** The attempt it is about; empty where the provider did not say. */
  readonly token: string;
}

export interface Verdict {
  readonly outcome: MessageOutcome;
  readonly code?: string;
}

/** What each awaited word is satisfied by: later evidence satisfies earlier, siblings don't satisfy each other. */
const satisfiedBy: Readonly<Record<AwaitableWord, readonly EvidenceWord[]>> = {
  accepted: ['accepted', 'sent', 'delivered', 'read', 'replied', 'clicked'],
  delivered: ['delivered', 'read', 'replied', 'clicked'],
  read: ['read', 'replied', 'clicked'],
  replied: ['replied'],
  clicked: ['clicked'],
};

const strength: readonly EvidenceWord[] = [
  'failed',
  'accepted',
  'sent',
  'delivered',
  'read',
  'clicked',
  'replied',
];

/**
 * What the evidence settles, or undefined while it settles nothing. The outcome is always the awaited word;
 * delivery beats failure; a failure of an attempt that was followed by another says nothing.
 *
 * @param outcomeOf the outcome that a provider's code stands for
 */
export function judgeEvidence(
  evidence: readonly Evidence[],
  awaits: AwaitableWord,
  {
    lastToken,
    outcomeOf,
  }: { readonly lastToken: string; readonly outcomeOf: (code: string) => MessageOutcome },
): Verdict | undefined {
  if (evidence.some(({ kind }) => satisfiedBy[awaits].includes(kind))) return { outcome: awaits };
  if (wasDelivered(evidence)) return undefined;
  const codes = evidence
    .filter(({ kind, token }) => kind === 'failed' && (token === '' || token === lastToken))
    .map(({ code }) => code)
    .sort();
  const code = codes[0];
  return code === undefined ? undefined : { outcome: outcomeOf(code), code };
}

/** The strongest word so far, for people to read. */
export function strongestEvidence(evidence: readonly Evidence[]): EvidenceWord | undefined {
  return evidence
    .map(({ kind }) => kind)
    .sort((left, right) => strength.indexOf(right) - strength.indexOf(left))[0];
}

/** Proof that the provider took the message, whatever became of the answer to the POST. */
export function wasAccepted(evidence: readonly Evidence[]): boolean {
  return evidence.length > 0;
}

/**
 * The provider took one of the attempts and has not said since that it failed: one more would be a second copy, whatever
 * became of those after it.
 */
export function isUnderWay(evidence: readonly Evidence[]): boolean {
  if (wasDelivered(evidence)) return true;
  const failed = new Set(evidence.filter(({ kind }) => kind === 'failed').map(({ token }) => token));
  return evidence.some(({ kind, token }) => kind !== 'failed' && !failed.has(token));
}

/** Proof that the person's device has it. */
export function wasDelivered(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ kind }) => satisfiedBy.delivered.includes(kind));
}
