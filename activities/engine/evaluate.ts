// Answers what a flow node asks: which case, until when, or what an event means to it. Runs as a local activity, so that
// only the answer enters the history. What the node changes is carried out once per visit.

import { addDuration } from '../../src/journey/duration.ts';
import { ExpressionError, evaluateExpression } from '../../src/journey/expression.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { EvaluateContext, HeardEvent } from '../../src/node-kit/node-type.ts';
import { listEventsSinceEntry } from '../../src/store/events.ts';
import { carryOut } from './carry-out.ts';
import type { EngineDeps } from './deps.ts';
import type { Visit } from './load-visit.ts';

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
  const answer = type.evaluate(toContext(visit, await readEarlier(deps, visit)));
  if ('due' in answer) return { status: 'wait', due: answer.due };
  if ('ignored' in answer) return { status: 'ignored' };
  if ('outcome' in answer && (answer.changes ?? []).length === 0) {
    return { status: 'settled', outcome: answer.outcome };
  }
  return carryOut(deps, visit, answer);
}

/** Only where the node starts to wait: what comes later is heard. */
async function readEarlier({ store }: EngineDeps, visit: Visit): Promise<readonly HeardEvent[]> {
  const { type, config, runId, heard } = visit;
  if (type.kind !== 'flow' || heard !== undefined || type.looksBack?.(config) !== true) return [];
  return listEventsSinceEntry(store, { runId, names: type.events?.(config) ?? [], limit: earlierLimit });
}

function toContext(visit: Visit, earlier: readonly HeardEvent[]): EvaluateContext<never> {
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
