// From an issue to words: message, hint and the place in the docs, in English and Korean. The prose stands with its
// code in `issues/`.

import type { Language, Prose } from './issue-prose.ts';
import { type Issue, type IssueCode, issueTable } from './issues.ts';

/** Prose and the anchor of its explanation in the docs page of issues. */
export interface IssueDescription extends Prose {
  readonly anchor: string;
}

/** An issue in words. */
export function describeIssue(issue: Issue, language: Language): IssueDescription {
  const write = issueTable[issue.code][language] as (facts: Issue['facts']) => Prose;
  return { ...write(issue.facts), anchor: `#${issue.code.toLowerCase()}` };
}

/** Every code in order, for docs and tests. */
export const issueCodes = Object.keys(issueTable) as readonly IssueCode[];
