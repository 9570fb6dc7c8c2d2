// What an outcome means to a reader: the four meanings of the look, each a colour, a shape and a line. Pure.

import { anyFailure, matchesPrefix } from '../../journey/outcome-match.ts';
import type { AwaitableWord, FailureOutcome } from '../../messaging/outcomes.ts';

export type Meaning = 'reached' | 'waiting' | 'fell' | 'failed';

/** Evidence is never bad; a failure of a message has held it back, or nobody reacted (`fell`), or something is broken. */
const ofMessages: { readonly [word in AwaitableWord]: 'reached' } & {
  readonly [word in FailureOutcome]: 'fell' | 'failed';
} = {
  accepted: 'reached',
  delivered: 'reached',
  read: 'reached',
  replied: 'reached',
  clicked: 'reached',
  account: 'failed',
  capped: 'fell',
  consent: 'fell',
  experiment: 'fell',
  expired: 'fell',
  invalid: 'failed',
  'limit.sender': 'fell',
  'limit.us': 'fell',
  'limit.user': 'fell',
  silent: 'fell',
  stopped: 'fell',
  'template.missing': 'failed',
  'template.params': 'failed',
  'template.paused': 'fell',
  unavailable: 'failed',
  undeliverable: 'failed',
  unresolved: 'failed',
  window: 'fell',
};

/** Of any step that reports it: what a step does failed. */
const failed = 'failed';

/**
 * What its type hopes for is reached, whatever the word. Of other words only those of messages are known; any other, such as
 * a project's own types have, is another way that the journey takes: nothing is broken.
 *
 * @param key an outcome, a prefix of outcomes or `*`
 */
export function meaningOf(key: string, successes: readonly string[]): Exclude<Meaning, 'waiting'> {
  if (key === anyFailure) return 'failed';
  if (successes.some((word) => matchesPrefix(word, key))) return 'reached';
  if (key === failed) return 'failed';
  const known = Object.entries(ofMessages).filter(([word]) => matchesPrefix(word, key));
  const meanings = known.map(([, meaning]) => meaning);
  return worstFirst.find((meaning) => meanings.includes(meaning)) ?? 'fell';
}

const worstFirst = ['failed', 'fell', 'reached'] as const;
