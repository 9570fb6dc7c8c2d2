// The journey as a graph of nodes and edges: what checker, canvas and diff ask about its form. Pure.

import type { DefinitionNode } from './definition.ts';
import type { IssuePath } from './issues.ts';

/** One edge; `outcome` is the key of `next`, undefined where `next` is a node id. */
export interface Edge {
  readonly outcome?: string;
  readonly target: string;
  readonly path: IssuePath;
}

export type NodeMap = { readonly [node: string]: DefinitionNode };

/** The edges of a node in the order they are written. */
export function edgesOf(node: string, source: DefinitionNode): readonly Edge[] {
  const path = ['nodes', node, 'next'];
  if (source.next === undefined) return [];
  if (typeof source.next === 'string') return [{ target: source.next, path }];
  return Object.entries(source.next).map(([outcome, target]) => ({
    outcome,
    target,
    path: [...path, outcome],
  }));
}

/** The nodes that the edges of a node lead to. */
export function targetsOf({ next }: DefinitionNode): readonly string[] {
  if (next === undefined) return [];
  return typeof next === 'string' ? [next] : Object.values(next);
}

/** The nodes that some path from `start` enters; `aliases` says what a target that does not exist stands for. */
export function findReachable(
  nodes: NodeMap,
  start: string,
  aliases: ReadonlyMap<string, string> = new Map(),
): ReadonlySet<string> {
  const reached = new Set<string>();
  const pending = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (reached.has(node) || !Object.hasOwn(nodes, node)) continue;
    reached.add(node);
    for (const target of targetsOf(nodes[node] as DefinitionNode))
      pending.push(aliases.get(target) ?? target);
  }
  return reached;
}
