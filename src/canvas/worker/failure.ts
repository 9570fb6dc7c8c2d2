// What goes wrong in the worker, on its way to the page: errors don't keep their class when they are copied. Pure.

import { type SimulationStop, SimulationTooLongError } from '../../simulator/simulation-bound.ts';

/** Plain data: it is copied. */
export type Failure =
  | { readonly error: string }
  /** The run does more than is played at once. */
  | { readonly stop: SimulationStop };

/** A defect, not bad input. */
export class WorkerError extends Error {
  readonly code = 'WORKER_FAILED';
}

export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof SimulationTooLongError) return { stop: thrown.stop };
  return { error: thrown instanceof Error ? thrown.message : String(thrown) };
}

export function fromFailure(failure: Failure): SimulationTooLongError | WorkerError {
  return 'stop' in failure ? new SimulationTooLongError(failure.stop) : new WorkerError(failure.error);
}
