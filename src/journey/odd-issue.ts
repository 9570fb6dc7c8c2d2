// A character that deceives, as an issue. Pure.

import { createIssue, type Issue } from './issues.ts';
import type { Odd } from './look-alikes.ts';

/** J602 for a letter that looks like another, J603 for what can't be seen. */
export function toOddIssue({ codePoint, like }: Odd, place: Parameters<typeof createIssue>[2]): Issue {
  return like === undefined
    ? createIssue('J603', { codePoint }, place)
    : createIssue('J602', { codePoint, ...like }, place);
}
