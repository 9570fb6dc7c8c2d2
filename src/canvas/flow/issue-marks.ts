// The worst that the checker says of each step. Found once for every answer. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';

type Severity = CheckIssue['severity'];

const known = new WeakMap<CheckAnswer, ReadonlyMap<string, Severity>>();

export function worstOf(check: CheckAnswer | undefined, step: string): Severity | undefined {
  if (check === undefined) return undefined;
  const marks = known.get(check) ?? marksOf(check);
  known.set(check, marks);
  return marks.get(step);
}

function marksOf({ issues }: CheckAnswer): ReadonlyMap<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const { path, severity } of issues) {
    const [section, step] = path;
    if (section !== 'nodes' || typeof step !== 'string') continue;
    if (severity === 'error' || !marks.has(step)) marks.set(step, severity);
  }
  return marks;
}
