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
    for (const { target } of edgesOf(node, nodes[node] as DefinitionNode))
      pending.push(aliases.get(target) ?? target);
  }
  return reached;
}

/** Cycles among the given nodes: each node is in one at most. Linear in nodes and edges per cycle found. */
export function findCycles(nodes: NodeMap, members: ReadonlySet<string>): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const node of members) {
    const source = nodes[node];
    const edges = source === undefined ? [] : edgesOf(node, source);
    targets.set(
      node,
      edges.map(({ target }) => target).filter((target) => members.has(target)),
    );
  }
  const cycles: string[][] = [];
  for (;;) {
    dropDeadEnds(targets);
    const first = targets.keys().next().value;
    if (first === undefined) return cycles;
    const cycle = followToCycle(targets, first);
    cycles.push(cycle);
    for (const node of cycle) targets.delete(node);
  }
}

/** Removes nodes from which nothing goes on, until each one left leads to a cycle. */
function dropDeadEnds(targets: Map<string, string[]>): void {
  const sources = new Map<string, string[]>();
  const left = new Map<string, number>();
  for (const [node, next] of targets) {
    const living = next.filter((target) => targets.has(target));
    left.set(node, living.length);
    for (const target of living) sources.set(target, [...(sources.get(target) ?? []), node]);
  }
  const dead = [...left].filter(([, count]) => count === 0).map(([node]) => node);
  for (let node = dead.pop(); node !== undefined; node = dead.pop()) {
    targets.delete(node);
    for (const source of sources.get(node) ?? []) {
      const count = (left.get(source) ?? 0) - 1;
      left.set(source, count);
      if (count === 0) dead.push(source);
    }
  }
}

function followToCycle(targets: ReadonlyMap<string, string[]>, first: string): string[] {
  const path: string[] = [];
  let node: string | undefined = first;
  while (node !== undefined && !path.includes(node)) {
    path.push(node);
    node = targets.get(node)?.find((target) => targets.has(target));
  }
  return node === undefined ? path : path.slice(path.indexOf(node));
}
