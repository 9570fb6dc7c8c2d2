// The form of an issue's prose: a message and a hint for each code, written from its facts. Types only.

import type { IssueCode, IssueFacts } from './issues.ts';

/** A language that messages exist in. */
export type Language = 'en' | 'ko';

export interface Prose {
  /** What is wrong. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

export type IssueProse = { readonly [Code in IssueCode]: (facts: IssueFacts[Code]) => Prose };
