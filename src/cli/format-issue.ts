// An issue as a person reads it on a terminal: `file:line:col code message`, a code frame, the hint.

import { describeIssue } from '../journey/issue-catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { Issue } from '../journey/issues.ts';
import { formatFrame, toPrintable } from './code-frame.ts';
import type { ConsolePort } from './console-port.ts';

export interface IssueFormat {
  readonly file: string;
  /** The lines of the file. */
  readonly lines: readonly string[];
  readonly language: Language;
  readonly paint: ConsolePort['paint'];
}

/** Several lines, without a line feed at the end. */
export function formatIssue(issue: Issue, format: IssueFormat): string {
  const { paint, language } = format;
  const { message, hint } = describeIssue(issue, language);
  const range = issue.range ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const code = paint(issue.severity === 'error' ? 'red' : 'yellow', issue.code);
  const label = labels[language];
  const severity = issue.severity === 'warning' ? `${label.warning}: ` : '';
  return [
    `${format.file}:${range.line}:${range.column} ${code} ${severity}${toPrintable(message)}`,
    ...formatFrame(range, format),
    `  ${paint('cyan', label.hint)}: ${toPrintable(hint)}`,
  ].join('\n');
}

const labels: { readonly [language in Language]: { readonly hint: string; readonly warning: string } } = {
  en: { hint: 'hint', warning: 'warning' },
  ko: { hint: '도움말', warning: '경고' },
};
