// Answers what a flow node asks: which case, until when, or what an event means to it. Runs as a local activity, so that
// only the answer enters the history. What the node changes is carried out once per visit.

import { addDuration } from '../../src/journey/duration.ts';
import { ExpressionError, evaluateExpression } from '../../src/journey/expression.ts';
import { toNodeBeside } from '../../src/journey/sub-journey.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type {
  AnyNode,
  EvaluateAnswer,
  EvaluateContext,
  HeardEvent,
  WindowView,
} from '../../src/node-kit/node-type.ts';
import { listEventsSinceEntry } from '../../src/store/events.ts';
import { awaitReplies, listReplies } from '../../src/store/replies.ts';
import { carryOut } from './carry-out.ts';
import type { EngineDeps } from './deps.ts';
import type { Visit } from './load-visit.ts';
import { findWindow } from './window.ts';

/** A wait that looks back on more than this has found what it looks for, or never will. */
const earlierLimit = 1_000;

export async function evaluateVisit(deps: EngineDeps, visit: Visit): Promise<ActivityAnswer> {
  const { type, answered, heard } = visit;
  if (type.kind !== 'flow' || type.evaluate === undefined) {
    throw new NodeError('NODE_NOT_EVALUATED', `Node "${visit.node}" has nothing to evaluate.`, {
      retryable: false,
    });
  }
  if (answered !== undefined && (heard === undefined || answered.status === 'settled')) return answered;
  if (heard === null) return { status: 'ignored' };
  const answer = await answerFor(deps, visit, type);
  if ('due' in answer) {
    if (type.replies !== undefined) await awaitReplies(deps.store, visit.runId, new Date(answer.due));
    return { status: 'wait', due: answer.due };
  }
  if ('ignored' in answer) return { status: 'ignored' };
  if ('outcome' in answer && (answer.changes ?? []).length === 0) {
    return { status: 'settled', outcome: answer.outcome };
  }
  return carryOut(deps, visit, answer);
}

type FlowType = Extract<AnyNode, { readonly kind: 'flow' }>;

async function answerFor(deps: EngineDeps, visit: Visit, type: FlowType): Promise<EvaluateAnswer> {
  const { heard } = visit;
  const replies = type.replies === undefined ? undefined : await readReplies(deps, visit, type.replies);
  // What is no answer to this run, or has been heard by another node, means nothing here.
  if (replies !== undefined && heard != null && !replies.some(({ id }) => id === heard.id)) {
    return { ignored: true };
  }
  const earlier = replies ?? (await readEarlier(deps, visit));
  const window = type.readsWindow === true ? await findWindow(deps, visit) : undefined;
  return type.evaluate?.(toContext(visit, { earlier, window })) ?? { ignored: true };
}

function readReplies(
  { store }: EngineDeps,
  { runId, node, config }: Visit,
  replies: NonNullable<FlowType['replies']>,
): Promise<readonly HeardEvent[]> {
  const { to } = replies(config);
  const about = to === undefined ? undefined : toNodeBeside(node, to);
  return listReplies(store, { runId, to: about, limit: earlierLimit });
}

/** Only where the node starts to wait: what comes later is heard. */
async function readEarlier({ store }: EngineDeps, visit: Visit): Promise<readonly HeardEvent[]> {
  const { type, config, runId, heard } = visit;
  if (type.kind !== 'flow' || heard !== undefined || type.looksBack?.(config) !== true) return [];
  return listEventsSinceEntry(store, { runId, names: type.events?.(config) ?? [], limit: earlierLimit });
}

interface Around {
  readonly earlier: readonly HeardEvent[];
  readonly window: WindowView | undefined;
}

function toContext(visit: Visit, { earlier, window }: Around): EvaluateContext<never> {
  const { config, scope, person, journeyId, node, heard } = visit;
  return {
    config,
    scope,
    timeZone: person.timeZone,
    evaluate: (source) => evaluate(source, scope),
    evaluateWith: (source, event) => evaluate(source, { ...scope, event: event.data }),
    after: (duration) => addDuration(scope.now, duration, person.timeZone),
    ...(heard === undefined || heard === null ? {} : { heard }),
    earlier,
    ...(window === undefined ? {} : { window }),
    journeyId,
    node,
    visit: visit.visit,
  };
}

function evaluate(source: string, scope: Visit['scope']): unknown {
  try {
    return evaluateExpression(source, scope as Parameters<typeof evaluateExpression>[1]);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new NodeError('NODE_EXPRESSION', 'An expression of this node fails on this data.', {
      retryable: false,
      cause: error,
    });
  }
}
