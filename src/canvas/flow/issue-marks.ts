// The worst that the checker says of each step. Found once for every answer. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';

type Severity = CheckIssue['severity'];

const known = new WeakMap<CheckAnswer, IssueMarks>();

/** By step. */
export type IssueMarks = ReadonlyMap<string, Severity>;

const none: IssueMarks = new Map();

export function marksOf(check: CheckAnswer | undefined): IssueMarks {
  if (check === undefined) return none;
  const marks = known.get(check) ?? findMarks(check);
  known.set(check, marks);
  return marks;
}

export function worstOf(check: CheckAnswer | undefined, step: string): Severity | undefined {
  return marksOf(check).get(step);
}

function findMarks({ issues }: CheckAnswer): IssueMarks {
  const marks = new Map<string, Severity>();
  for (const { path, severity } of issues) {
    const [section, step] = path;
    if (section !== 'nodes' || typeof step !== 'string') continue;
    if (severity === 'error' || !marks.has(step)) marks.set(step, severity);
  }
  return marks;
}
