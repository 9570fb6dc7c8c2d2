// A flow graph as its components, and the most that a walk can gather inside one. Outside of cycles the bound is
// exact; in a cycle each bounded node counts with all its visits, and every other node once for each of those. Pure.

import { type Component, findComponents, type Targets } from './components.ts';
import { type FlowEdge, type FlowGraph, theEnd } from './flow-graph.ts';

export interface Part extends Component {
  /** How often a walk inside can start again: once, and once for each visit of a bounded node. */
  readonly rounds: number;
  /** The components that are left of a cyclic part when bounded nodes are only passed as exhausted. */
  readonly rest: readonly Component[];
}

export interface Condensation {
  /** A part comes after those that it leads to. */
  readonly parts: readonly Part[];
  /** Number of the part, by node; -1 where no path leads. */
  readonly partOf: Int32Array;
  readonly isFollowed: (edge: FlowEdge) => boolean;
}

const none: readonly Component[] = [];

/** Components by the edges that `isFollowed` lets through. */
export function condense(graph: FlowGraph, isFollowed: (edge: FlowEdge) => boolean): Condensation {
  const all = targetsOf(graph, isFollowed);
  const partOf = new Int32Array(graph.nodes.length).fill(-1);
  const components = findComponents(all, graph.reachable);
  components.forEach(({ nodes }, part) => {
    for (const node of nodes) partOf[node] = part;
  });
  const passing = components.some(({ isCyclic }) => isCyclic)
    ? targetsOf(graph, isFollowed, (node, target) => partOf[node] === partOf[target])
    : [];
  const parts = components.map((component): Part => {
    const { nodes, isCyclic } = component;
    if (!isCyclic) return { nodes, isCyclic, rounds: 1, rest: none };
    const visits = nodes.map((node) => graph.nodes[node]?.maxVisits ?? 0);
    const rounds = 1 + visits.reduce((sum, count) => sum + count, 0);
    return { nodes, isCyclic, rounds, rest: findComponents(passing, nodes) };
  });
  return { parts, partOf, isFollowed };
}

/** Targets by node. With `isInside`, bounded nodes are passed as exhausted only, and edges stay inside their part. */
function targetsOf(
  { nodes }: FlowGraph,
  isFollowed: (edge: FlowEdge) => boolean,
  isInside?: (node: number, target: number) => boolean,
): Targets {
  return nodes.map(({ edges, maxVisits }, node) => {
    const targets: number[] = [];
    for (const edge of edges) {
      if (edge.target === theEnd || !isFollowed(edge)) continue;
      if (isInside !== undefined) {
        if (maxVisits !== undefined && edge.kind !== 'exhausted') continue;
        if (!isInside(node, edge.target)) continue;
      }
      if (!targets.includes(edge.target)) targets.push(edge.target);
    }
    return targets;
  });
}

/** The most that all visits inside a cyclic part can gather, where one visit gathers at most `weightOf(node)`. */
export function boundOf(
  { nodes, rounds, rest }: Part,
  graph: FlowGraph,
  {
    weightOf,
    condensation,
  }: { readonly weightOf: (node: number) => number; readonly condensation: Condensation },
): number {
  let bounded = 0;
  for (const node of nodes) {
    const visits = graph.nodes[node]?.maxVisits;
    if (visits !== undefined && weightOf(node) > 0) bounded += visits * weightOf(node);
  }
  const most = new Map<number, number>();
  let longest = 0;
  for (const component of rest) {
    let own = 0;
    let after = 0;
    for (const node of component.nodes) {
      const { maxVisits, edges = [] } = graph.nodes[node] ?? {};
      const weight = maxVisits === undefined ? weightOf(node) : 0;
      if (weight > 0) own = component.isCyclic ? Number.POSITIVE_INFINITY : weight;
      for (const edge of edges) {
        if (edge.target === theEnd || !condensation.isFollowed(edge)) continue;
        if (maxVisits !== undefined && edge.kind !== 'exhausted') continue;
        after = Math.max(after, most.get(edge.target) ?? 0);
      }
    }
    for (const node of component.nodes) most.set(node, own + after);
    longest = Math.max(longest, own + after);
  }
  return bounded + (longest === 0 ? 0 : rounds * longest);
}
