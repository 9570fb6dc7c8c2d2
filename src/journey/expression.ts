// Conditions and computed values: the port on CEL. Evaluated outside the workflow sandbox, in activities, the
// dispatcher, the simulator and browsers; only the plain answer goes further. Never runs code of the author's.

import {
  type ASTNode,
  TypeError as CelTypeError,
  Environment,
  EvaluationError,
  ParseError,
} from '@marcbachmann/cel-js';
import type { Json } from '../machine/chart.ts';
import {
  type ExpressionComparison,
  type ExpressionRead,
  findComparisons,
  findReads,
  isNode,
} from './expression-reads.ts';
import { registerNumberMixing, toPlainJson } from './expression-values.ts';

/** What an expression sees. `now` is in epoch milliseconds and appears as a CEL timestamp. */
export interface ExpressionScope {
  readonly person: { readonly [name: string]: unknown };
  readonly event: { readonly [name: string]: unknown };
  readonly run: { readonly [name: string]: unknown };
  readonly nodes: { readonly [node: string]: unknown };
  readonly now: number;
}

/** Why a source is no expression: for the author, with the place. */
export interface ExpressionProblem {
  readonly kind: 'syntax' | 'unknown-variable' | 'unknown-field' | 'banned-function' | 'type';
  /** UTF-16 offset and length inside the source. */
  readonly offset: number;
  readonly length: number;
  /** The library's summary (empty where it has none), or the name that is unknown or banned. */
  readonly detail: string;
}

export type ExpressionCheck =
  /** `type` is what is known of the result: `bool`, `string`, `dyn` … */
  | {
      readonly ok: true;
      readonly type: string;
      readonly reads: readonly ExpressionRead[];
      readonly comparisons: readonly ExpressionComparison[];
    }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** An expression failed on this data, or was none. `message` holds no values, only names from the source. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly code: 'EXPRESSION_SYNTAX' | 'EXPRESSION_MISSING_FIELD' | 'EXPRESSION_FAILED' | 'EXPRESSION_RESULT';
  readonly offset: number;

  constructor(code: ExpressionError['code'], message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

/** The variables that every expression may name. */
export const expressionVariables = ['person', 'event', 'run', 'nodes', 'now'] as const;

const timestamp = 'google.protobuf.Timestamp';
const environment = createEnvironment((env) => {
  for (const name of expressionVariables) env.registerVariable(name, name === 'now' ? timestamp : 'map');
});
/** More sources than a large journey has: one that is checked again and again is read once. */
const cacheSize = 5_000;
type Compiled = ReturnType<Environment['parse']>;
type Entry = { readonly check: ExpressionCheck; readonly compiled: Compiled | undefined };
const cache = new Map<string, Entry>();
const typedParsers = new Map<string, typeof parseExpression>();

/** Checks syntax, names and the types that are known without data. Never throws. */
export function parseExpression(source: string): ExpressionCheck {
  return lookUp(source).check;
}

/** Field names of a variable with the CEL types of their values. */
export type CelFields = { readonly [field: string]: string };

/**
 * A parser that knows the fields of some variables: it finds unknown ones, and kinds that do not fit. For checks only:
 * data is evaluated as it comes. The same fields give the same parser, which keeps what it has read.
 */
export function createTypedParser(fields: {
  readonly [variable: string]: CelFields;
}): typeof parseExpression {
  const key = JSON.stringify(fields);
  const known = typedParsers.get(key);
  if (known !== undefined) return known;
  const typed = createEnvironment((env) => {
    for (const name of expressionVariables) {
      const schema = fields[name];
      if (schema !== undefined) env.registerVariable({ name, schema: { ...schema } });
      else env.registerVariable(name, name === 'now' ? timestamp : 'map');
    }
    registerComparisons(env);
  });
  const checks = new Map<string, Entry>();
  const parser: typeof parseExpression = (source) => lookUp(source, typed, checks).check;
  keep(typedParsers, { key, value: parser, limit: 10 });
  return parser;
}

/** Literals without a point are ints, and declared numbers doubles: both may be compared, as they are with data. */
function registerComparisons(env: Environment): void {
  const isSame = (a: number | bigint, b: number | bigint) => Number(a) === Number(b);
  env
    .registerOperator('double == int: bool', isSame)
    .registerOperator('double in list<int>: bool', (item: number, list: readonly bigint[]) =>
      list.some((member) => isSame(item, member)),
    );
}

/**
 * The value as plain JSON: integers become numbers, timestamps ISO 8601 text.
 *
 * @throws ExpressionError where it is no expression, reads a field that is missing, or fails on this data
 */
export function evaluateExpression(source: string, scope: ExpressionScope): Json {
  const { check, compiled } = lookUp(source);
  if (!check.ok || compiled === undefined) {
    const offset = check.ok ? 0 : check.problem.offset;
    throw new ExpressionError('EXPRESSION_SYNTAX', describeProblem(check), offset);
  }
  let value: unknown;
  try {
    value = compiled({ ...scope, now: new Date(scope.now) });
  } catch (error) {
    throw toExpressionError(error);
  }
  const plain = toPlainJson(value);
  if (plain === undefined) {
    throw new ExpressionError('EXPRESSION_RESULT', 'The result has no form in JSON.', 0);
  }
  return plain;
}

/** A condition's answer. @throws ExpressionError also where the result is not true or false */
export function evaluateCondition(source: string, scope: ExpressionScope): boolean {
  const value = evaluateExpression(source, scope);
  if (typeof value === 'boolean') return value;
  throw new ExpressionError('EXPRESSION_RESULT', 'A condition has to be true or false.', 0);
}

function createEnvironment(declare: (env: Environment) => void): Environment {
  const env = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: { maxAstNodes: 2_000, maxDepth: 50, maxListElements: 200, maxMapEntries: 100 },
  });
  declare(env);
  return registerNumberMixing(env);
}

function lookUp(source: string, env = environment, checks = cache): Entry {
  const known = checks.get(source);
  if (known !== undefined) return known;
  const entry = parseAndCheck(env, source);
  keep(checks, { key: source, value: entry, limit: cacheSize });
  return entry;
}

/** The oldest makes room. */
function keep<Value>(
  map: Map<string, Value>,
  { key, value, limit }: { readonly key: string; readonly value: Value; readonly limit: number },
): void {
  if (map.size >= limit) map.delete(map.keys().next().value ?? '');
  map.set(key, value);
}

function parseAndCheck(env: Environment, source: string): Entry {
  try {
    const compiled = env.parse(source);
    const banned = findBannedCall(compiled.ast);
    if (banned !== undefined) return failure({ kind: 'banned-function', detail: 'matches', ...banned });
    const result = compiled.check();
    if (result.valid) {
      return { check: { ok: true, type: result.type ?? 'dyn', ...readAst(compiled.ast) }, compiled };
    }
    return failure(toProblem(result.error, 'type'));
  } catch (error) {
    return failure(toProblem(error, 'syntax'));
  }
}

function readAst(ast: ASTNode) {
  return { reads: findReads(ast, expressionVariables), comparisons: findComparisons(ast) };
}

function failure(problem: ExpressionProblem): Entry {
  return { check: { ok: false, problem }, compiled: undefined };
}

function toProblem(error: unknown, kind: 'syntax' | 'type'): ExpressionProblem {
  if (!(error instanceof ParseError || error instanceof EvaluationError || error instanceof CelTypeError)) {
    return { kind, offset: 0, length: 0, detail: '' };
  }
  const start = error.range?.start ?? 0;
  const length = Math.max(0, (error.range?.end ?? start) - start);
  if (error.code === 'unknown_variable') {
    const detail = error.summary.replace('Unknown variable: ', '');
    return { kind: 'unknown-variable', offset: start, length, detail };
  }
  if (error.code === 'no_such_key') {
    const detail = error.summary.replace('No such key: ', '');
    return { kind: 'unknown-field', offset: start, length, detail };
  }
  return { kind, offset: start, length, detail: error.summary };
}

function describeProblem(check: ExpressionCheck): string {
  if (check.ok) return 'The source is no expression.';
  return `The source is no expression (${check.problem.kind}): ${check.problem.detail}`;
}

function toExpressionError(error: unknown): ExpressionError {
  if (!(error instanceof EvaluationError || error instanceof CelTypeError)) {
    return new ExpressionError('EXPRESSION_FAILED', 'The expression failed on this data.', 0);
  }
  const offset = error.range?.start ?? 0;
  if (error.code === 'no_such_key') {
    const message = `${error.summary}. Guard it with has(…) where it may be missing.`;
    return new ExpressionError('EXPRESSION_MISSING_FIELD', message, offset);
  }
  return new ExpressionError('EXPRESSION_FAILED', error.summary, offset);
}

/** `matches` runs the author's regular expression on JavaScript's engine, which can take exponential time. */
function findBannedCall(ast: ASTNode): { offset: number; length: number } | undefined {
  const pending: unknown[] = [ast];
  while (pending.length > 0) {
    const item = pending.pop();
    if (Array.isArray(item)) pending.push(...item);
    else if (isNode(item)) {
      const name = Array.isArray(item.args) ? item.args[0] : undefined;
      if ((item.op === 'rcall' || item.op === 'call') && name === 'matches') {
        return { offset: item.range.start, length: item.range.end - item.range.start };
      }
      pending.push(item.args);
    }
  }
  return undefined;
}
