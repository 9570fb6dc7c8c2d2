// A visit to a flow node, as the engine makes it: its config parsed, real CEL, the real calendar.

import { nodeTypes } from '../../activities/nodes/index.ts';
import { addDuration } from '../../src/journey/duration.ts';
import { ExpressionError, evaluateExpression } from '../../src/journey/expression.ts';
import {
  type EvaluateAnswer,
  type HeardEvent,
  NodeError,
  type WindowView,
} from '../../src/node-kit/index.ts';
import type { AnyNode } from '../../src/node-kit/node-type.ts';

export interface FlowVisit {
  readonly person?: Record<string, unknown>;
  readonly event?: Record<string, unknown>;
  readonly runId?: string;
  readonly node?: string;
  readonly now?: number;
  readonly timeZone?: string;
  readonly heard?: HeardEvent;
  readonly earlier?: readonly HeardEvent[];
  readonly window?: WindowView;
}

/** A built-in type by its name. */
export function nodeOf(type: string): AnyNode {
  const node = nodeTypes.find((candidate) => candidate.type === type);
  if (node === undefined) throw new TypeError(`There is no node type ${type}.`);
  return node;
}

/** The type with a config it accepts. */
export function configured(type: string, with_: object): { node: AnyNode; config: never } {
  const node = nodeOf(type);
  return { node, config: node.config.parse(with_) as never };
}

/** Messages and paths of what the type's schema refuses. */
export function refusalsOf(type: string, with_: object): string[] {
  const { error } = nodeOf(type).config.safeParse(with_);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** What the node answers. */
export function visit(type: string, with_: object, at: FlowVisit = {}): EvaluateAnswer | undefined {
  const { node, config } = configured(type, with_);
  if (node.kind !== 'flow') return undefined;
  const { now = 0, timeZone = 'Asia/Seoul', heard } = at;
  const run = { id: at.runId ?? 'run_1', vars: {} };
  const scope = { person: { id: 'guest', ...at.person }, event: at.event ?? {}, run, nodes: {}, now };
  return node.evaluate?.({
    config,
    scope,
    timeZone,
    evaluate: (source) => evaluate(source, scope),
    evaluateWith: (source, { data }) => evaluate(source, { ...scope, event: data }),
    after: (duration) => addDuration(now, duration, timeZone),
    earlier: at.earlier ?? [],
    journeyId: 'spring-sale',
    node: at.node ?? 'here',
    visit: 1,
    ...(heard === undefined ? {} : { heard }),
    ...(at.window === undefined ? {} : { window: at.window }),
  });
}

/** Milliseconds of an ISO 8601 instant. */
export function at(instant: string): number {
  return Date.parse(instant);
}

function evaluate(source: string, scope: Parameters<typeof evaluateExpression>[1]): unknown {
  try {
    return evaluateExpression(source, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new NodeError('NODE_EXPRESSION', 'It fails on this data.', { retryable: false, cause: error });
  }
}
