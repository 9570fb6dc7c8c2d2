// What the code of a node is given at a visit: config, person, and what expressions and texts may see. The simulator's
// counterpart of the engine's `load-visit`. Pure.

import { ExpressionError, type ExpressionScope, evaluateExpression } from '../journey/expression.ts';
import { renderHtml, renderText, TextError } from '../journey/liquid.ts';
import { callSeparator } from '../journey/sub-journey.ts';
import { NodeError } from '../node-kit/node-error.ts';
import type { PersonView, Scope } from '../node-kit/node-type.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import type { PlacedType } from './workings.ts';

export interface Visit extends PlacedType {
  readonly node: string;
  readonly visit: number;
  /** The run's clock, epoch milliseconds. */
  readonly now: number;
  readonly scope: Scope;
}

/** @throws NodeError where the journey has no such node: its chart is of another definition */
export function openVisit(
  { workings, facts }: Draft,
  { node, visit, now }: { readonly node: string; readonly visit: number; readonly now: number },
): Visit {
  const placed = workings.findNode(node);
  if (placed === undefined) {
    throw new NodeError('NODE_UNKNOWN', `The journey has no node "${node}".`, { retryable: false });
  }
  return { ...placed, node, visit, now, scope: toScope(facts, { prefix: placed.prefix, now }) };
}

/** The person as expressions and texts see them. */
export function toPersonScope(person: PersonView): Scope['person'] {
  const { externalId: id, phone, email, locale, timeZone, attributes } = person;
  return {
    ...attributes,
    id,
    timeZone,
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** CEL as nodes get it. @throws NodeError, not retryable, where it fails on this data */
export function evaluateFor(scope: Scope, source: string): unknown {
  try {
    return evaluateExpression(source, scope as ExpressionScope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new NodeError('NODE_EXPRESSION', 'An expression of this node fails on this data.', {
      retryable: false,
      cause: error,
    });
  }
}

/** Liquid as nodes get it; throws NodeError, not retryable, on bad syntax or over-long output. */
export function createRenderers(scope: Scope) {
  return {
    render: (source: string) => mapped(() => renderText(source, { ...scope })),
    renderHtml: (source: string) => mapped(() => renderHtml(source, { ...scope })),
  };
}

function mapped(render: () => string): string {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    throw new NodeError('NODE_TEXT', 'A text of this node cannot be rendered.', {
      retryable: false,
      cause: error,
    });
  }
}

/** `nodes` are those of the node's own journey, by their ids there. */
function toScope(facts: Facts, { prefix, now }: { readonly prefix: string; readonly now: number }): Scope {
  const { person, event, runId, key, vars, nodes } = facts;
  const own = Object.entries(nodes)
    .filter(([node]) => node.startsWith(prefix) && !node.slice(prefix.length).includes(callSeparator))
    .map(([node, result]) => [node.slice(prefix.length), result] as const);
  return {
    person: toPersonScope(person),
    event,
    run: { id: runId, vars, ...(key === '' ? {} : { key }) },
    nodes: Object.fromEntries(own),
    now,
  };
}
