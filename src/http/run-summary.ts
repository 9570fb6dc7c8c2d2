// A listed run as the API answers it. Pure.

import type { ListedRun } from '../store/run-list.ts';
import type { RunSummary } from './answers.ts';

export function toRunSummary({ journeyId, createdAt, closedAt, ...run }: ListedRun): RunSummary {
  return {
    ...run,
    journey: journeyId,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt === null ? null : closedAt.toISOString(),
  };
}
