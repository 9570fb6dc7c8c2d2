// Answers what a flow node asks: which case, or until when. Runs as a local activity, so that only the answer
// enters the history.

import { addDuration } from '../../src/journey/duration.ts';
import { ExpressionError, evaluateExpression } from '../../src/journey/expression.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { Visit } from './load-visit.ts';

export function evaluateVisit({
  type,
  config,
  scope,
  person,
  node,
  visit,
  definition,
}: Visit): ActivityAnswer {
  if (type.kind !== 'flow' || type.evaluate === undefined) {
    throw new NodeError('NODE_NOT_EVALUATED', `Node "${node}" has nothing to evaluate.`, {
      retryable: false,
    });
  }
  const answer = type.evaluate({
    config,
    scope,
    timeZone: person.timeZone,
    evaluate: (source) => evaluate(source, scope),
    evaluateWith: (source, event) => evaluate(source, { ...scope, event: event.data }),
    earlier: [],
    journeyId: definition.id,
    node,
    visit,
    after: (duration) => addDuration(scope.now, duration, person.timeZone),
  });
  if ('due' in answer) return { status: 'wait', due: answer.due };
  if ('outcome' in answer) return { status: 'settled', outcome: answer.outcome };
  return { status: 'ignored' };
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
