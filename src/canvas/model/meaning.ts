// What an outcome means to a reader: the four meanings of the look, each a colour, a shape and a line. Pure.

import { anyFailure } from '../../journey/outcome-match.ts';

export type Meaning = 'reached' | 'waiting' | 'fell' | 'failed';

/** The message was held back or nobody reacted: another way is open, nothing is broken. */
const fallbacks = [
  'capped',
  'consent',
  'exhausted',
  'experiment',
  'expired',
  'full',
  'limit',
  'missing',
  'passed',
  'refused',
  'silent',
  'stopped',
  'template.paused',
  'timeout',
  'window',
];

/** @param key an outcome, a prefix of outcomes or `*` */
export function meaningOf(key: string, successes: readonly string[]): Exclude<Meaning, 'waiting'> {
  if (key === anyFailure) return 'failed';
  if (successes.some((word) => word === key || word.startsWith(`${key}.`))) return 'reached';
  return fallbacks.some((word) => key === word || key.startsWith(`${word}.`)) ? 'fell' : 'failed';
}
