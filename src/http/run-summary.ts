// A listed run as the API answers it. Pure.

import type { ListedRun } from '../store/run-list.ts';
import type { RunSummary } from './answers/runs.ts';

export function toRunSummary({ journeyId, firstName, createdAt, closedAt, ...run }: ListedRun): RunSummary {
  return {
    ...run,
    ...(firstName === null ? {} : { name: firstName }),
    journey: journeyId,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt === null ? null : closedAt.toISOString(),
  };
}
