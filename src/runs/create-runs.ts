// Starts, signals, queries and ends runs: the only place besides `main` that talks to Temporal as a client. Starts
// and signals may be repeated; Temporal drops the repetition. Runs in the server and in the dispatcher.

import type { WorkflowClient } from '@temporalio/client';
import { defaultPayloadConverter, type QueryDefinition } from '@temporalio/common';
import { exitUpdate, pathQuery, type RunView, stateQuery } from '../../workflows/messages.ts';
import { findRun, markRunStarted } from '../store/runs.ts';
import { sendsCodes } from '../store/sends-codes.ts';
import type { Store } from '../store/store.ts';
import { toStartRequest, toWorkflowId } from './start-payload.ts';
import { RunNotRunningError, RunsUnavailableError, toTrouble } from './temporal-errors.ts';

export interface RunsOptions {
  readonly client: WorkflowClient;
  readonly store: Store;
  readonly taskQueue: string;
  /** Deadline of each call, in milliseconds. */
  readonly timeoutMs?: number;
}

/** The last steps as the `path` query answers them. */
export type RunSteps = typeof pathQuery extends QueryDefinition<infer Steps> ? Steps : never;

export interface RunSignalBatch {
  readonly runId: string;
  readonly signal: string;
  readonly bodies: readonly unknown[];
  readonly requestId: string;
}

/** Satisfies the dispatcher's port `RunSignals`. Every method rejects with `RunsUnavailableError` when Temporal is away. */
export interface Runs {
  /** Starts the workflow of a `starting` row and marks the row; harmless for any other row. */
  start(runId: string): Promise<void>;
  signal(batch: RunSignalBatch): Promise<'delivered' | 'not-found' | 'busy' | 'refused'>;
  /** Where the run is now. @throws RunNotRunningError */
  state(runId: string): Promise<RunView>;
  /** Its last steps, from the workflow itself. @throws RunNotRunningError */
  path(runId: string): Promise<RunSteps>;
  /** Ends the run with this outcome and returns it. @throws RunNotRunningError */
  exit(runId: string, as: string): Promise<string>;
}

export function createRuns({ client, store, taskQueue, timeoutMs = 5_000 }: RunsOptions): Runs {
  const { namespace, identity } = client.options;
  const withDeadline = <T>(call: () => Promise<T>) => client.withDeadline(Date.now() + timeoutMs, call);
  const ask = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await withDeadline(call);
    } catch (error) {
      throw toError(error);
    }
  };
  const handle = (runId: string) => client.getHandle(toWorkflowId(runId));

  return {
    async start(runId) {
      const run = await findRun(store, runId);
      if (run?.state !== 'starting') return;
      const isUrgent = await sendsCodes(store, run);
      const request = toStartRequest(run, { namespace, taskQueue, identity, isUrgent });
      try {
        await withDeadline(() => client.workflowService.startWorkflowExecution(request));
      } catch (error) {
        // Started earlier and closed meanwhile: its own last step or the sweep says how.
        if (toTrouble(error) !== 'exists') throw new RunsUnavailableError(error);
      }
      await markRunStarted(store, runId);
    },

    async signal({ runId, signal, bodies, requestId }) {
      const request = {
        namespace,
        identity,
        requestId,
        workflowExecution: { workflowId: toWorkflowId(runId) },
        signalName: signal,
        input: { payloads: [defaultPayloadConverter.toPayload(bodies)] },
      };
      try {
        await withDeadline(() => client.workflowService.signalWorkflowExecution(request));
        return 'delivered';
      } catch (error) {
        const trouble = toTrouble(error);
        if (trouble === 'not-found' || trouble === 'busy' || trouble === 'refused') return trouble;
        throw new RunsUnavailableError(error);
      }
    },

    state: (runId) => ask(() => handle(runId).query(stateQuery)),
    path: (runId) => ask(() => handle(runId).query(pathQuery)),
    exit: (runId, as) => ask(() => handle(runId).executeUpdate(exitUpdate, { args: [{ as }] })),
  };
}

function toError(error: unknown): Error {
  const isNotFound = error instanceof Error && error.name === 'WorkflowNotFoundError';
  return isNotFound || toTrouble(error) === 'not-found'
    ? new RunNotRunningError()
    : new RunsUnavailableError(error);
}
