// Evaluation where missing data is an answer too. Pure.

import { NodeError } from './node-error.ts';

/** The value of an expression, undefined where it fails on this data; what may succeed later is thrown on. */
export function tryEvaluate(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof NodeError && !error.retryable) return undefined;
    throw error;
  }
}
