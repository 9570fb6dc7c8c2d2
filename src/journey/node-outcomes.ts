// Every outcome that a node can end with: its type's own, those of the sub-journey it awaits, and `exhausted` where its
// visits are bounded. One home for checker, compiler, simulator and canvas. Pure.

import type { AnyNodeType, Catalogue } from './catalogue.ts';
import type { Definition, DefinitionNode } from './definition.ts';
import { exhaustedOutcome, findEdgeKey } from './outcome-match.ts';
import { resolveConfig, type TypedConfig } from './resolved-node.ts';
import type { Surroundings } from './surroundings.ts';

export interface NodeOutcomes {
  readonly all: readonly string[];
  /** Those of `all` that `*` must not match. */
  readonly successes: readonly string[];
}

/** Sub-journeys deeper than this are refused: it is recursion, or nobody can follow it. */
export const callDepthLimit = 5;

const none: NodeOutcomes = { all: [], successes: [] };

/**
 * Outcomes of a node whose config fits its type; those of a sub-journey that isn't known are none.
 *
 * @param config as the type's schema parsed it
 */
export function outcomesOfNode(
  source: Pick<DefinitionNode, 'maxVisits'>,
  { type, config }: TypedConfig,
  context: { readonly catalogue: Catalogue; readonly surroundings: Surroundings; readonly depth?: number },
): NodeOutcomes {
  const own = outcomesOfType(type, config, context);
  if (source.maxVisits === undefined) return own;
  return { ...own, all: [...own.all, exhaustedOutcome] };
}

type Context = Parameters<typeof outcomesOfNode>[2];

function outcomesOfType(type: AnyNodeType, config: never, context: Context): NodeOutcomes {
  const called = type.inlines?.(config);
  if (called === undefined) return { all: type.outcomes(config), successes: type.successes(config) };
  const definition = context.surroundings.journeys?.get(called);
  const depth = (context.depth ?? 0) + 1;
  if (definition === undefined || depth > callDepthLimit) return none;
  return outcomesOfJourney(definition, { ...context, depth });
}

/** What a journey can come to: the words of its exits (successes), and outcomes that it has no edge for. */
export function outcomesOfJourney(definition: Definition, context: Context): NodeOutcomes {
  const all = new Set<string>();
  const successes = new Set<string>();
  for (const source of Object.values(definition.nodes)) {
    const resolved = resolveConfig(source, context.catalogue.get(source.type));
    if (resolved === undefined) continue;
    const { type } = resolved;
    const outcomes = outcomesOfNode(source, resolved, context);
    for (const word of outcomes.all) {
      if (type.terminal !== true && isRouted(source, word, outcomes.successes)) continue;
      all.add(word);
      if (type.terminal === true) successes.add(word);
    }
  }
  return { all: [...all], successes: [...successes] };
}

function isRouted({ next }: DefinitionNode, word: string, successes: readonly string[]): boolean {
  if (next === undefined) return false;
  if (typeof next === 'string') return word !== exhaustedOutcome;
  return findEdgeKey(Object.keys(next), word, successes) !== undefined;
}
