// An issue with its words in both languages, as the API and the canvas show it. Pure.

import type { LocalizedText } from './catalogue.ts';
import { describeIssue } from './issue-catalogue.ts';
import type { Issue, IssueCode, IssuePath, IssueRange } from './issues.ts';

/** An issue with its words. */
export interface CheckIssue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning';
  readonly path: IssuePath;
  /** Lines and columns count from 1; the end is exclusive. */
  readonly range: IssueRange | null;
  /** What the words are made of; which ones hangs on the code. */
  readonly facts: Issue['facts'];
  /** What is wrong. */
  readonly text: LocalizedText;
  /** What to do next. */
  readonly hint: LocalizedText;
}

/** An issue as the answer has it. */
export function toCheckIssue(issue: Issue): CheckIssue {
  const { code, severity, path, range = null, facts } = issue;
  const en = describeIssue(issue, 'en');
  const ko = describeIssue(issue, 'ko');
  return {
    code,
    severity,
    path,
    range,
    facts,
    text: { en: en.message, ko: ko.message },
    hint: { en: en.hint, ko: ko.hint },
  };
}
