// Events and bytes of a workflow's history as the server stores it, without what only our time skipping put there.

import type { WorkflowClient } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import proto, { type temporal } from '@temporalio/proto';

const { EventType } = proto.temporal.api.enums.v1;
const { HistoryEvent } = proto.temporal.api.history.v1;

/** Written because the bench skips time, in both histories; a run in production has none of them. */
const ofTimeSkipping = new Set<number>([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
]);

const workflowTask = new Set<number>([
  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
]);

type HistoryEventLike = Pick<temporal.api.history.v1.IHistoryEvent, 'eventType'>;

export interface HistorySize {
  readonly events: number;
  /** Sum of the encoded events. */
  readonly bytes: number;
  /** `SIGNALED 152`: kind and bytes of each event, in order. */
  readonly lines: readonly string[];
}

export async function measureWorkflow(client: WorkflowClient, workflowId: string): Promise<HistorySize> {
  const events = await readEvents(client, workflowId);
  const counted = events.filter((_event, index) => !isOfTimeSkipping(events, index));
  const sizes = counted.map((event) => HistoryEvent.encode(event).finish().length);
  return {
    events: counted.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    lines: counted.map(
      ({ eventType }, index) => `${EventType[Number(eventType)]?.slice(11)} ${sizes[index]}`,
    ),
  };
}

/** Also the workflow task that the end of a skip causes by itself: it is scheduled right after, with no other reason. */
function isOfTimeSkipping(events: readonly HistoryEventLike[], index: number): boolean {
  const typeAt = (place: number) => Number(events[place]?.eventType);
  if (ofTimeSkipping.has(typeAt(index))) return true;
  const start = [index, index - 1, index - 2].find(
    (place) => typeAt(place) === EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
  );
  const isTask = workflowTask.has(typeAt(index));
  return (
    isTask &&
    start !== undefined &&
    typeAt(start - 1) === EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED
  );
}

/** How often the run has fallen asleep so far. Read from the history: a query could cost it a workflow task. */
export async function countTimers(client: WorkflowClient, workflowId: string): Promise<number> {
  const events = await readEvents(client, workflowId);
  return events.filter(({ eventType }) => Number(eventType) === EventType.EVENT_TYPE_TIMER_STARTED).length;
}

async function readEvents(client: WorkflowClient, workflowId: string) {
  try {
    const { events } = await client.getHandle(workflowId).fetchHistory();
    return events ?? [];
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return [];
    throw error;
  }
}
