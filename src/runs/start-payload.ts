// The request that starts a run's workflow. Low level because a chart travels by reference and because the
// high-level client has no option for time skipping. Holds ids only, no personal data.

import { defaultPayloadConverter } from '@temporalio/common';
import { encodeUnifiedSearchAttributes } from '@temporalio/common/lib/converter/payload-search-attributes.js';
import proto, { type temporal } from '@temporalio/proto';
import { journeyWorkflow, type RunInput } from '../../workflows/messages.ts';
import { ChartReference, payloadConverter } from '../../workflows/payload-converter.ts';
import type { Run } from '../store/runs.ts';

export type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

const { WorkflowIdConflictPolicy, WorkflowIdReusePolicy, TaskQueueKind } = proto.temporal.api.enums.v1;

/** Workflow id of a run; opaque. */
export function toWorkflowId(runId: string): string {
  return `run:${runId}`;
}

/** The run behind a workflow id; undefined for workflows of others. */
export function toRunId(workflowId: string): string | undefined {
  return workflowId.startsWith('run:') ? workflowId.slice('run:'.length) : undefined;
}

export interface StartOptions {
  readonly namespace: string;
  readonly taskQueue: string;
  readonly identity: string;
  /** Its tasks go before those of others: its activities' too, which have the run's priority. */
  readonly isUrgent: boolean;
}

/** Temporal's highest; without one it is 3 of 5. */
const urgentKey = 1;

/** The same request for the same run, so that a second start changes nothing, whatever became of the first. */
export function toStartRequest(
  run: Run,
  { namespace, taskQueue, identity, isUrgent }: StartOptions,
): StartRequest {
  return {
    namespace,
    identity,
    requestId: run.id,
    workflowId: toWorkflowId(run.id),
    workflowType: { name: journeyWorkflow },
    taskQueue: { name: taskQueue, kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL },
    workflowIdReusePolicy: WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
    input: { payloads: toInput(run) },
    ...(isUrgent ? { priority: { priorityKey: urgentKey } } : {}),
    searchAttributes: {
      indexedFields: encodeUnifiedSearchAttributes({
        JourneyId: [run.journeyId],
        JourneyVersion: [run.version],
        PersonId: [run.personId],
      }),
    },
    userMetadata: { summary: defaultPayloadConverter.toPayload(`${run.journeyId} v${run.version}`) },
  };
}

function toInput(run: Run) {
  const input: RunInput = {
    run: run.id,
    ...(run.clockBaseMs === 0 ? {} : { clockBaseMs: run.clockBaseMs }),
  };
  return [payloadConverter.toPayload(input), payloadConverter.toPayload(new ChartReference(run.chartHash))];
}
