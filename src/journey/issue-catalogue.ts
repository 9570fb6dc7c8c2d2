// From an issue to words: message, hint and the place in the docs, in English and Korean. The two tables are
// exhaustive by type: a code without prose does not compile.

import type { IssueProse, Language, Prose } from './issue-prose.ts';
import { proseEn } from './issue-prose-en.ts';
import { proseKo } from './issue-prose-ko.ts';
import type { Issue, IssueCode } from './issues.ts';

/** Prose and the anchor of its explanation in the docs page of issues. */
export interface IssueDescription extends Prose {
  readonly anchor: string;
}

const prose: { readonly [language in Language]: IssueProse } = { en: proseEn, ko: proseKo };

/** An issue in words. */
export function describeIssue(issue: Issue, language: Language): IssueDescription {
  const write = prose[language][issue.code] as (facts: Issue['facts']) => Prose;
  return { ...write(issue.facts), anchor: `#${issue.code.toLowerCase()}` };
}

/** Every code, for docs and tests. */
export const issueCodes = Object.keys(proseEn) as readonly IssueCode[];
