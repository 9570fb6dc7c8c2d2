// How many issues an answer tells: one mistake can make thousands, which nobody reads and no page should have to draw.
// Pure.

import type { Issue } from './issues.ts';

/** Most issues of one answer. */
export const toldLimit = 1_000;

/** Issues that an answer only counts. */
export interface OmittedIssues {
  readonly errors: number;
  readonly warnings: number;
}

export interface ToldIssues {
  /** In the order they came in: errors before warnings only in who is left out. */
  readonly issues: readonly Issue[];
  readonly omitted: OmittedIssues;
}

export function tellIssues(issues: readonly Issue[], limit = toldLimit): ToldIssues {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const first = [...errors, ...warnings].slice(0, limit);
  const told = new Set(first);
  const toldErrors = Math.min(errors.length, first.length);
  return {
    issues: issues.filter((issue) => told.has(issue)),
    omitted: {
      errors: errors.length - toldErrors,
      warnings: warnings.length - (first.length - toldErrors),
    },
  };
}
