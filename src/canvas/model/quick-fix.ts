// What an author may do about an issue with one click: only where it is clear what is meant, and undo takes it back. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';
import type { Journey } from './journey.ts';
import { dataFixes } from './quick-fixes/data.ts';
import type { Fixers, QuickFix } from './quick-fixes/fixers.ts';
import { graphFixes } from './quick-fixes/graph.ts';
import { messageFixes } from './quick-fixes/messages.ts';
import { shapeFixes } from './quick-fixes/shape.ts';

const fixers: Fixers = { ...shapeFixes, ...graphFixes, ...dataFixes, ...messageFixes };

/** The best first; none where only the author can know. */
export function quickFixesOf(
  { code, facts, path }: CheckIssue,
  journey: Journey,
  check: CheckAnswer,
): readonly QuickFix[] {
  return fixers[code]?.(facts as never, { path, journey, check }) ?? [];
}
