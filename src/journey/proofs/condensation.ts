// A flow graph as its components, and the most that a walk can gather inside one. Outside of cycles the bound is
// exact; in a cycle each bounded node counts with all its visits, and every other node once for each of those. Pure.

import { type Components, findComponents, type IsFollowed, nodesOf } from '../components.ts';
import type { FlowGraph } from './flow-graph.ts';

export interface Condensation {
  /** A part comes after those that it leads to. */
  readonly parts: Components;
  /** The components that are left of cyclic parts when bounded nodes are only passed as exhausted; in the parts' order. */
  readonly rest: Components;
  /** Of the edges inside a part, those that `rest` goes by. */
  readonly isPassed: IsFollowed;
}

/** Components by the edges that `isFollowed` lets through. */
export function condense(graph: FlowGraph, isFollowed: IsFollowed): Condensation {
  return condenseParts(graph, findComponents(graph, graph.reachable, isFollowed), isFollowed);
}

/** The same, where the components are known. */
export function condenseParts(graph: FlowGraph, parts: Components, isFollowed: IsFollowed): Condensation {
  const { componentOf } = parts;
  const isPassed: IsFollowed = (edge, node) =>
    isFollowed(edge, node) &&
    componentOf[node] === componentOf[graph.target[edge] as number] &&
    (graph.nodes[node]?.maxVisits === undefined || graph.edges[edge]?.kind === 'exhausted');
  const cyclic = parts.order.filter((node) => parts.isCyclic[componentOf[node] as number]);
  return { parts, rest: findComponents(graph, cyclic, isPassed), isPassed };
}

/** The most that all visits inside a cyclic part can gather, where one visit gathers at most `weightOf(node)`. */
export function boundOf(
  part: number,
  condensation: Condensation,
  { graph, weightOf }: { readonly graph: FlowGraph; readonly weightOf: (node: number) => number },
): number {
  const nodes = nodesOf(condensation.parts, part);
  let bounded = 0;
  // A walk inside starts once, and again after each visit of a bounded node.
  let rounds = 1;
  for (const node of nodes) {
    const visits = graph.nodes[node]?.maxVisits ?? 0;
    rounds += visits;
    if (visits > 0 && weightOf(node) > 0) bounded += visits * weightOf(node);
  }
  const longest = longestRound(nodes, condensation, { graph, weightOf });
  return bounded + (longest === 0 ? 0 : rounds * longest);
}

/** The most between two visits of bounded nodes. */
function longestRound(
  nodes: readonly number[],
  { rest, isPassed }: Condensation,
  { graph, weightOf }: { readonly graph: FlowGraph; readonly weightOf: (node: number) => number },
): number {
  const most = new Map<number, number>();
  let longest = 0;
  for (const component of new Set(nodes.map((node) => rest.componentOf[node] as number).sort(byNumber))) {
    const members = nodesOf(rest, component);
    let own = 0;
    let after = 0;
    for (const node of members) {
      const weight = graph.nodes[node]?.maxVisits === undefined ? weightOf(node) : 0;
      if (weight > 0) own = rest.isCyclic[component] ? Number.POSITIVE_INFINITY : weight;
      for (let edge = graph.begin[node] as number; edge < (graph.end[node] as number); edge += 1) {
        if (isPassed(edge, node)) after = Math.max(after, most.get(graph.target[edge] as number) ?? 0);
      }
    }
    for (const node of members) most.set(node, own + after);
    longest = Math.max(longest, own + after);
  }
  return longest;
}

function byNumber(left: number, right: number): number {
  return left - right;
}
