// Skips idle time of one run on the real server (DESIGN 10.1). Always by an explicit duration: free skipping would
// jump over a wait for evidence. Low level, because the high-level client has no option for it.

import { randomUUID } from 'node:crypto';
import type { WorkflowClient } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { toWorkflowId } from './start-payload.ts';
import { RunsUnavailableError, toTrouble } from './temporal-errors.ts';

const { FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT: POLL_TIMEOUT } =
  proto.temporal.api.enums.v1.FastForwardPollingResult;

/**
 * Shorter times are left to pass by themselves. A skip whose end goes by while the run is at work is not over for the
 * server (1.32): it goes on to whatever is due next, be it days away, and only then stops.
 */
export const shortestSkipMs = 1_000;

/** Thrown where the server is of a kind that cannot skip time. */
export class TimeSkippingUnsupportedError extends Error {
  override readonly name = 'TimeSkippingUnsupportedError';
  readonly code = 'RUN_TIME_SKIPPING';
}

export interface FastForward {
  /** By the run's clock as Temporal keeps it, epoch milliseconds: the real one until something is skipped. */
  readonly until: number;
  /**
   * What may come due on the way, default 1: after each the server is asked anew, so that it never skips more than was
   * meant. With many, what the run does when the time is up has to be of no concern.
   */
  readonly skipsAtOnce?: number;
}

/**
 * Moves a run's clock on and returns when it is there, to the second, or the run has ended. What is left below
 * `shortestSkipMs` passes by itself.
 *
 * @throws TimeSkippingUnsupportedError
 */
export async function fastForward(
  client: WorkflowClient,
  runId: string,
  { until, skipsAtOnce = 1 }: FastForward,
): Promise<void> {
  const execution = { workflowId: toWorkflowId(runId) };
  try {
    for (;;) {
      const { now, isRunning } = await readClock(client, execution);
      const durationMs = until - now;
      if (!isRunning || durationMs < shortestSkipMs) return;
      await skip(client, execution, { durationMs, skipsAtOnce });
    }
  } catch (error) {
    if (toTrouble(error) === 'not-found') return;
    if (isGrpcServiceError(error) && error.code === unimplemented) throw new TimeSkippingUnsupportedError();
    throw new RunsUnavailableError(error);
  }
}

const unimplemented = 12;

interface Execution {
  readonly workflowId: string;
}

/** The run's own clock, epoch milliseconds: the real one where nothing was ever skipped. */
async function readClock(client: WorkflowClient, { workflowId }: Execution) {
  const { status, raw } = await client.getHandle(workflowId).describe();
  const time = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  const now = time == null ? Date.now() : Number(time.seconds) * 1_000 + Number(time.nanos) / 1_000_000;
  return { now, isRunning: status.name === 'RUNNING' };
}

/** As long as is said, or up to the last thing that may come due where that is earlier. */
async function skip(
  client: WorkflowClient,
  workflowExecution: Execution,
  { durationMs, skipsAtOnce }: { readonly durationMs: number; readonly skipsAtOnce: number },
): Promise<void> {
  const { namespace, identity } = client.options;
  const fastForwardId = randomUUID();
  await client.workflowService.updateWorkflowExecutionOptions({
    ...{ namespace, workflowExecution, identity },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: fastForwardId, duration: toDuration(durationMs) },
        maxSessionSkipCount: skipsAtOnce,
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const request = { namespace, workflowExecution, fastForwardId };
    const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping(request);
    // Any other result tells that nothing more will be skipped: all of it was, as much as there was, or the run is over.
    if (answer.fastForwardPollingResult !== POLL_TIMEOUT) return;
  }
}

function toDuration(ms: number): { seconds: never; nanos: number } {
  return { seconds: Math.floor(ms / 1_000) as never, nanos: Math.floor((ms % 1_000) * 1_000_000) };
}
