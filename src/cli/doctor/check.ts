// What `jornada doctor` finds out: a line for each thing that Jornada stands on. Facts come from src/main; the words are
// here.

import type { LocalizedText } from '../../journey/catalogue.ts';

export type CheckStatus = 'ok' | 'warn' | 'fail';

/** Durable: scripts branch on them. */
export type CheckId =
  | 'node'
  | 'postgres'
  | 'migrations'
  | 'temporal'
  | 'search-attributes'
  | 'time-skipping'
  | 'sender'
  | 'sender-health'
  | 'sender-clock'
  | 'token'
  | 'api-version'
  | 'account'
  | 'webhook-subscription'
  | 'templates'
  | 'webhook'
  | 'server'
  | 'api-key'
  | 'ears'
  | 'clock'
  | 'secrets';

export interface Check {
  readonly id: CheckId;
  readonly status: CheckStatus;
  /** Which sender it is about, where there are several. */
  readonly sender?: string;
  /** What was found. */
  readonly found: LocalizedText;
  /** What to do about it; absent where all is well. */
  readonly todo?: LocalizedText;
  /** It does not answer at all. */
  readonly unreachable?: true;
}
