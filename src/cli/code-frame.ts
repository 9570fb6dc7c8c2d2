// A line of a source with marks under the place that something is said about.

import { displayWidth } from '../journey/display-width.ts';
import type { IssueRange } from '../journey/issues.ts';
import type { ConsolePort } from './console-port.ts';

export interface FramedSource {
  /** The lines of the file. */
  readonly lines: readonly string[];
  readonly paint: ConsolePort['paint'];
}

/** A line longer than this is cut around the problem. */
const frameWidth = 100;

/** Two lines; none where the place is an empty line or beyond the file. */
export function formatFrame(range: IssueRange, { lines, paint }: FramedSource): readonly string[] {
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

/** A source may come from anybody: its control characters must not reach the terminal. One for one, so that columns
 * stay. */
export function toPrintable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) => (character === '\t' ? ' ' : '·'));
}
