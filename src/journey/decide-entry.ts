// May this person enter by what has happened, and under which key (DESIGN 4.2)? Pure; one law for the dispatcher, the
// API and the simulator.

import type { Entry } from './entry.ts';
import {
  ExpressionError,
  type ExpressionScope,
  evaluateCondition,
  evaluateExpression,
} from './expression.ts';

/** `condition`: the entry's `if` is false. `expression`: `if` or `key` fails on this data. */
export type EntryDecision =
  | { readonly enters: true; readonly key: string }
  | { readonly enters: false; readonly reason: 'condition' | 'expression'; readonly expressionCode?: string };

export interface EntryAsked {
  readonly person: ExpressionScope['person'];
  readonly event: ExpressionScope['event'];
  /** Epoch milliseconds on the person's clock. */
  readonly now: number;
  /** Instead of the entry's own expression. */
  readonly key?: string | undefined;
  /** An API start is a decision already: the entry's `if` is not asked. */
  readonly ignoreCondition?: boolean | undefined;
}

/** Keys longer than this are a mistake in the journey; they would not fit the index. */
export const maxKeyLength = 200;

export function decideEntry(entry: Pick<Entry, 'if' | 'key'>, asked: EntryAsked): EntryDecision {
  const { person, event, now } = asked;
  const scope: ExpressionScope = { person, event, run: {}, nodes: {}, now };
  try {
    if (entry.if !== undefined && asked.ignoreCondition !== true && !evaluateCondition(entry.if, scope)) {
      return { enters: false, reason: 'condition' };
    }
    const key = asked.key ?? (entry.key === undefined ? '' : evaluateExpression(entry.key, scope));
    if ((typeof key === 'string' || typeof key === 'number') && String(key).length <= maxKeyLength) {
      return { enters: true, key: String(key) };
    }
    return { enters: false, reason: 'expression', expressionCode: 'EXPRESSION_RESULT' };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { enters: false, reason: 'expression', expressionCode: error.code };
  }
}
