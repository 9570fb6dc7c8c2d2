// Wraps a node type into its Temporal activity: journal, load, run, map errors. Heartbeats all the while, so that
// a killed worker is noticed in seconds.

import { ApplicationFailure, Context } from '@temporalio/activity';
import type { ActivityAnswer } from '../src/machine/vocabulary.ts';
import { NodeError } from '../src/node-kit/node-error.ts';
import type { AnyNode } from '../src/node-kit/node-type.ts';
import type { NodeActivity, NodeActivityInput } from '../workflows/messages.ts';
import type { EngineDeps } from './engine/deps.ts';
import { evaluateVisit } from './engine/evaluate.ts';
import { writeJournal } from './engine/journal.ts';
import type { LoadVisit, Visit } from './engine/load-visit.ts';
import { runPlain } from './engine/run-plain.ts';
import { sendMessage } from './engine/send-message.ts';

const heartbeatMs = 1_000;

export interface RunNodeDeps extends EngineDeps {
  readonly loadVisit: LoadVisit;
}

/** The activity of one node type. */
export function createNodeActivity(deps: RunNodeDeps, type: AnyNode): NodeActivity {
  return (input) =>
    heartbeating(() => mapped(() => visit(deps, input, (loaded) => perform(deps, loaded, type))));
}

/** The engine's `evaluate`, for flow nodes of every type. */
export function createEvaluateActivity(deps: RunNodeDeps): NodeActivity {
  return (input) => mapped(() => visit(deps, input, async (loaded) => evaluateVisit(loaded)));
}

async function visit(
  deps: RunNodeDeps,
  input: NodeActivityInput,
  perform: (visit: Visit) => Promise<ActivityAnswer>,
): Promise<ActivityAnswer> {
  await writeJournal(deps.store, { run: input.run, entries: input.journal ?? [] });
  return perform(await deps.loadVisit(input));
}

function perform(deps: RunNodeDeps, loaded: Visit, type: AnyNode): Promise<ActivityAnswer> {
  switch (type.kind) {
    case 'message':
      return sendMessage(deps, loaded, type);
    case 'plain':
      return runPlain(deps, loaded, type);
    case 'flow':
      return Promise.resolve(evaluateVisit(loaded));
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

/** The one mapping of our errors to Temporal's: a code, whether to try again, no personal data. */
async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NodeError)) throw error;
    throw ApplicationFailure.create({
      message: error.message,
      type: error.code,
      nonRetryable: !error.retryable,
    });
  }
}
