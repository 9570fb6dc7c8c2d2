// The form of a family of issues: what each code knows, how grave it is, and its prose in both languages side by side.
// Types only. A new code is one entry of one family.

import type { Prose } from '../issue-prose.ts';

export type IssueSeverity = 'error' | 'warning';

export interface IssueEntry<Facts> {
  readonly severity: IssueSeverity;
  readonly en: (facts: Facts) => Prose;
  readonly ko: (facts: Facts) => Prose;
}

export type IssueFamily<FactsByCode> = {
  readonly [Code in keyof FactsByCode]: IssueEntry<FactsByCode[Code]>;
};
