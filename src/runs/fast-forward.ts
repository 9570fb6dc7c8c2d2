// Skips idle time of one run on the real server (DESIGN 10.1). Always by an explicit duration: free skipping would
// jump over a wait for evidence. Low level, because the high-level client has no option for it.

import { randomUUID } from 'node:crypto';
import type { WorkflowClient } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { toWorkflowId } from './start-payload.ts';
import { RunsUnavailableError, toTrouble } from './temporal-errors.ts';

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;

/** The server stops skipping after some 200 skips of a session by default; a long rehearsal needs more. */
const maxSkips = 100_000;

/** Thrown where the server is of a kind that cannot skip time. */
export class TimeSkippingUnsupportedError extends Error {
  override readonly name = 'TimeSkippingUnsupportedError';
  readonly code = 'RUN_TIME_SKIPPING';
}

/**
 * Moves a run's clock on, in milliseconds, and returns when it is there or the run has ended.
 *
 * @throws TimeSkippingUnsupportedError
 */
export async function fastForward(client: WorkflowClient, runId: string, durationMs: number): Promise<void> {
  const { namespace } = client.options;
  const workflowExecution = { workflowId: toWorkflowId(runId) };
  const fastForwardId = randomUUID();
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      identity: client.options.identity,
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          fastForwardConfig: { id: fastForwardId, duration: toDuration(durationMs) },
          maxSessionSkipCount: maxSkips,
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await untilThere(client, { namespace, workflowExecution, fastForwardId });
  } catch (error) {
    if (toTrouble(error) === 'not-found') return;
    if (isGrpcServiceError(error) && error.code === unimplemented) throw new TimeSkippingUnsupportedError();
    throw new RunsUnavailableError(error);
  }
}

const unimplemented = 12;

async function untilThere(
  client: WorkflowClient,
  request: { readonly namespace: string; readonly workflowExecution: object; readonly fastForwardId: string },
): Promise<void> {
  for (;;) {
    const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping(request);
    const result = answer.fastForwardPollingResult;
    if (result !== FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) return;
  }
}

function toDuration(ms: number): { seconds: never; nanos: number } {
  return { seconds: Math.floor(ms / 1_000) as never, nanos: (ms % 1_000) * 1_000_000 };
}
