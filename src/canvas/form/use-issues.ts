// What the checker says of a place of the document.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';
import type { IssuePath } from '../../journey/issues.ts';
import { useEditor } from '../state/editor.ts';

const none: readonly CheckIssue[] = [];

/** Issues at this very place; with `below`, those of all that stands in it too. */
export function useIssues(path: IssuePath, { below = false } = {}): readonly CheckIssue[] {
  const check = useEditor((state) => state.check);
  return check === undefined ? none : issuesAt(check, path, below);
}

export function issuesAt({ issues }: CheckAnswer, path: IssuePath, below: boolean): readonly CheckIssue[] {
  const found = issues.filter((issue) => isAt(issue.path, path, below));
  return found.length === 0 ? none : found;
}

/** Whether a place is this one, or stands in it. */
export function isAt(place: IssuePath, path: IssuePath, below: boolean): boolean {
  const fits = below ? place.length >= path.length : place.length === path.length;
  return fits && path.every((step, index) => step === place[index]);
}
