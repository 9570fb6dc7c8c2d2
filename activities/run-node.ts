// Wraps a node type into its Temporal activity: journal, load, run. Heartbeats all the while, so that
// a killed worker is noticed in seconds.

import { Context } from '@temporalio/activity';
import type { ActivityAnswer } from '../src/machine/vocabulary.ts';
import type { AnyNode } from '../src/node-kit/node-type.ts';
import { reopenRun } from '../src/store/runs.ts';
import type { NodeActivity, NodeActivityInput } from '../workflows/messages.ts';
import type { EngineDeps } from './engine/deps.ts';
import { evaluateVisit } from './engine/evaluate.ts';
import { writeJournal } from './engine/journal.ts';
import type { LoadVisit, Visit } from './engine/load-visit.ts';
import type { TurnDeps } from './engine/reserve-in-turn.ts';
import { runPlain } from './engine/run-plain.ts';
import { sendMessage } from './engine/send-message.ts';
import { mapErrors } from './map-errors.ts';

const heartbeatMs = 1_000;

export interface RunNodeDeps extends EngineDeps, TurnDeps {
  readonly loadVisit: LoadVisit;
}

/** The activity of one node type. */
export function createNodeActivity(deps: RunNodeDeps, type: AnyNode): NodeActivity {
  return (input) =>
    heartbeating(() =>
      mapErrors(deps.log, () => visit(deps, input, (loaded) => perform(deps, loaded, type))),
    );
}

/** The engine's `evaluate`, for flow nodes of every type. */
export function createEvaluateActivity(deps: RunNodeDeps): NodeActivity {
  return (input) => mapErrors(deps.log, () => visit(deps, input, (loaded) => evaluateVisit(deps, loaded)));
}

async function visit(
  deps: RunNodeDeps,
  input: NodeActivityInput,
  perform: (visit: Visit) => Promise<ActivityAnswer>,
): Promise<ActivityAnswer> {
  await writeJournal(deps.store, { run: input.run, entries: input.journal ?? [] });
  const loaded = await deps.loadVisit(input, putOffMs());
  if (loaded.isClosed) await reopenRun(deps.store, loaded.runId);
  return perform(loaded);
}

function putOffMs(): number {
  const { scheduledTimestampMs, currentAttemptScheduledTimestampMs } = Context.current().info;
  return Math.max(0, currentAttemptScheduledTimestampMs - scheduledTimestampMs);
}

function perform(deps: RunNodeDeps, loaded: Visit, type: AnyNode): Promise<ActivityAnswer> {
  switch (type.kind) {
    case 'message':
      return sendMessage(deps, loaded, type);
    case 'plain':
      return runPlain(deps, loaded, type);
    case 'flow':
      return evaluateVisit(deps, loaded);
  }
}

async function heartbeating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  context.heartbeat();
  const timer = setInterval(() => context.heartbeat(), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
