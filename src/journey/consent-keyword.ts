// Opting out of messages, and in again, by a word (F§4.10): the whole message is one of the keywords, as people write
// them. Pure; one rule for the inbox and the simulator.

import { isKeyword } from './keyword.ts';

export interface ConsentKeywords {
  readonly optOut: readonly string[];
  readonly optIn: readonly string[];
  /** What an opt-out ends: marketing, or everything on the channel. */
  readonly optOutOf: 'marketing' | 'everything';
}

/** `topic` is empty for the whole channel. */
export interface SaidByKeyword {
  readonly topic: '' | 'marketing';
  readonly state: 'in' | 'out';
}

/**
 * What the message says of the person's consents; nothing where it is no keyword.
 * @param isOutOfAll they have left the whole channel, which an opt-in ends as well
 */
export function consentsByKeyword(
  text: string,
  { optOut, optIn, optOutOf }: ConsentKeywords,
  isOutOfAll: boolean,
): readonly SaidByKeyword[] {
  if (isKeyword(text, optOut)) {
    const marketing = { topic: 'marketing', state: 'out' } as const;
    return optOutOf === 'marketing' ? [marketing] : [{ topic: '', state: 'out' }, marketing];
  }
  if (!isKeyword(text, optIn)) return [];
  return [{ topic: 'marketing', state: 'in' }, ...(isOutOfAll ? [{ topic: '', state: 'in' } as const] : [])];
}
