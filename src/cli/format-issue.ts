// An issue as a person reads it on a terminal: `file:line:col code message`, a code frame, the hint.

import { displayWidth } from '../journey/display-width.ts';
import { describeIssue } from '../journey/issue-catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { Issue, IssueRange } from '../journey/issues.ts';
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

/** A line longer than this is cut around the problem. */
const frameWidth = 100;

function formatFrame(range: IssueRange, { lines, paint }: IssueFormat): readonly string[] {
  const line = lines[range.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const from = Math.max(0, Math.min(range.column - 1 - 40, line.length - frameWidth));
  const shown = toPrintable(line.slice(from, from + frameWidth));
  const start = range.column - 1 - from;
  const end = range.endLine > range.line ? shown.length : range.endColumn - 1 - from;
  const marked = shown.slice(start, Math.max(end, start + 1));
  const gutter = String(range.line);
  const indent = ' '.repeat(displayWidth(shown.slice(0, start)));
  const marks = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [
    `  ${paint('dim', `${gutter} |`)} ${shown}`,
    `  ${paint('dim', `${' '.repeat(gutter.length)} |`)} ${indent}${paint('red', marks)}`,
  ];
}

/** A journey may come from anybody: its control characters must not reach the terminal. One for one, so that
 * columns stay. */
function toPrintable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) => (character === '\t' ? ' ' : '·'));
}
