// The most that a walk from a node to the end can gather, by any measure of edges. Exact without cycles, a safe bound
// with them (`condensation.ts`), Infinity where nothing bounds a cycle. Pure; linear in the edges.

import { boundOf, type Condensation } from './condensation.ts';
import { type FlowEdge, type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';

/** What a visit of the node gathers that leaves by the edge; never asked of an exhausted one, which gathers nothing. */
export type Weigh = (node: FlowNode, edge: FlowEdge) => number;

/** The edges of a node that lead the same way, by the heaviest of them. */
export interface Way {
  readonly edge: FlowEdge;
  readonly hours: number;
  readonly weight: number;
}

/** Ways by node. */
export type Ways = readonly (readonly Way[])[];

const hourMs = 3_600_000;
export const dayHours = 24;

/** The whole hours that an edge takes at least, a day at most. */
export function hoursOf({ shortestMs }: FlowEdge): number {
  return Math.min(dayHours, Math.floor(shortestMs / hourMs));
}

export function weighEdges(graph: FlowGraph, weigh: Weigh): Ways {
  return graph.nodes.map((node) => {
    const ways: Way[] = [];
    for (const edge of node.edges) {
      const hours = hoursOf(edge);
      const weight = edge.kind === 'exhausted' ? 0 : weigh(node, edge);
      const known = ways.findIndex((way) => way.edge.target === edge.target && way.hours === hours);
      if (known < 0) ways.push({ edge, hours, weight });
      else if (weight > (ways[known] as Way).weight) ways[known] = { edge, hours, weight };
    }
    return ways;
  });
}

/** By node: the most from entering it to the end. `condensation` follows all edges. */
export function measureLongest(graph: FlowGraph, condensation: Condensation, ways: Ways): Float64Array {
  const most = new Float64Array(graph.nodes.length);
  gather(graph, condensation, { ways, most, levelOf: () => most });
  return most;
}

/** Fills `most` part by part; `levelOf` says where it stands what can still be gathered after so many hours. */
export function gather(
  graph: FlowGraph,
  condensation: Condensation,
  into: { ways: Ways; most: Float64Array; levelOf: (hours: number) => Float64Array | undefined },
): void {
  const { ways, most, levelOf } = into;
  const { parts, partOf, isFollowed } = condensation;
  for (let number = 0; number < parts.length; number += 1) {
    const part = parts[number] as Condensation['parts'][number];
    let best = 0;
    for (const index of part.nodes) {
      for (const { edge, hours, weight } of ways[index] as readonly Way[]) {
        const { target } = edge;
        const isInside = part.isCyclic && target !== theEnd && partOf[target] === number && isFollowed(edge);
        if (isInside) continue;
        const after = target === theEnd ? 0 : (levelOf(hours)?.[target] ?? 0);
        best = Math.max(best, part.isCyclic ? after : weight + after);
      }
    }
    if (part.isCyclic) {
      const weightOf = (index: number) => heaviest(ways[index] as readonly Way[]);
      best += boundOf(part, graph, { weightOf, condensation });
    }
    for (const index of part.nodes) most[index] = best;
  }
}

function heaviest(ways: readonly Way[]): number {
  return ways.reduce((most, { weight }) => Math.max(most, weight), 0);
}
