// What a change of a journey means for people who are under way: they stay on their version; this says who could be
// moved to the new one, and what would not be there any more. Pure.

import type { Definition, DefinitionNode } from './definition.ts';
import { outcomesOfNode } from './node-outcomes.ts';
import type { DiffContext, NodePair, NodeRename } from './node-pairs.ts';
import { resolveConfig } from './resolved-node.ts';

export interface OutcomeChange {
  readonly node: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface RunningImpact {
  /** Nodes in both, of the same kind and with the same states inside: who is there could be moved. */
  readonly migratable: readonly NodeRename[];
  /** Places to wait that are gone. Ids before. */
  readonly vanished: readonly string[];
  /** Places to wait that are still there, but wait in another way: a wait there can't be carried over. */
  readonly reshaped: readonly string[];
  /** Nodes that can end in other ways than before. */
  readonly outcomes: readonly OutcomeChange[];
}

export function toImpact(
  { before, pairs }: { readonly before: Definition; readonly pairs: readonly NodePair[] },
  context: DiffContext,
): RunningImpact {
  const kept = new Set(pairs.map(({ from }) => from));
  const isMigratable = (pair: NodePair) => shapeOf(pair.before, context) === shapeOf(pair.after, context);
  return {
    migratable: pairs.filter(isMigratable).map(({ from, to }) => ({ from, to })),
    vanished: Object.entries(before.nodes)
      .filter(([id, node]) => !kept.has(id) && isRestingPlace(node, context))
      .map(([id]) => id),
    reshaped: pairs
      .filter((pair) => !isMigratable(pair) && isRestingPlace(pair.before, context))
      .map(({ to }) => to),
    outcomes: pairs.flatMap((pair) => outcomeChanges(pair, context)),
  };
}

function isRestingPlace({ type }: DefinitionNode, { catalogue }: DiffContext): boolean {
  return catalogue.get(type)?.waits === true;
}

/** Type and names of the states inside, or the journey that it awaits. */
function shapeOf(source: DefinitionNode, { catalogue }: DiffContext): string {
  const resolved = resolveConfig(source, catalogue.get(source.type));
  if (resolved === undefined) return source.type;
  const { type, config } = resolved;
  const states = Object.keys(type.chart({ config, node: 'node' }).states).sort();
  return JSON.stringify([type.type, type.inlines?.(config) ?? states]);
}

function outcomeChanges({ to: node, ...pair }: NodePair, context: DiffContext): readonly OutcomeChange[] {
  const [before, after] = [wordsOf(pair.before, context), wordsOf(pair.after, context)];
  const added = after.filter((word) => !before.includes(word));
  const removed = before.filter((word) => !after.includes(word));
  return added.length + removed.length === 0 ? [] : [{ node, added, removed }];
}

function wordsOf(source: DefinitionNode, context: DiffContext): readonly string[] {
  const resolved = resolveConfig(source, context.catalogue.get(source.type));
  return resolved === undefined ? [] : outcomesOfNode(source, resolved, context).all;
}
