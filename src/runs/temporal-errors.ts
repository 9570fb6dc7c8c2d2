// What an error of Temporal's client means to us. Messages may name hosts and ids, so only the class goes on.

import { isGrpcServiceError } from '@temporalio/client';

/** Temporal is away, starting or overloaded: the same call may succeed later. */
export class RunsUnavailableError extends Error {
  override readonly name = 'RunsUnavailableError';
  readonly code = 'RUNS_UNAVAILABLE';

  constructor(cause: unknown) {
    super('The workflow engine does not answer at the moment.', { cause });
  }
}

/** No workflow of this run is running. */
export class RunNotRunningError extends Error {
  override readonly name = 'RunNotRunningError';
  readonly code = 'RUN_NOT_RUNNING';

  constructor() {
    super('The run is not running.');
  }
}

/** gRPC status codes, as they are on the wire. */
const grpc = {
  invalidArgument: 3,
  notFound: 5,
  alreadyExists: 6,
  resourceExhausted: 8,
  failedPrecondition: 9,
} as const;

/** `busy`: this workflow or namespace takes no more just now. `refused`: it never will take this request. */
export type TemporalTrouble = 'not-found' | 'exists' | 'busy' | 'refused' | 'away';

/** Sorts an error by what to do next; errors that are not Temporal's count as away, since nothing was learnt. */
export function toTrouble(error: unknown): TemporalTrouble {
  const source = isGrpcServiceError(error) ? error : findGrpcCause(error);
  switch (source?.code) {
    case grpc.notFound:
      return 'not-found';
    case grpc.alreadyExists:
      return 'exists';
    case grpc.resourceExhausted:
      return 'busy';
    case grpc.invalidArgument:
    case grpc.failedPrecondition:
      return 'refused';
    default:
      return 'away';
  }
}

function findGrpcCause(error: unknown): { readonly code: number } | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return isGrpcServiceError(cause) ? cause : undefined;
}
