// The most that a walk from a node to the end can gather, by any measure of edges. Exact without cycles, a safe bound
// with them (`condensation.ts`), Infinity where nothing bounds a cycle. Pure; linear in the edges.

import { boundOf, type Condensation } from './condensation.ts';
import { type FlowEdge, type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';

/** What a visit of the node gathers that leaves by the edge; never asked of an exhausted one, which gathers nothing. */
export type Weigh = (node: FlowNode, edge: FlowEdge) => number;

/** By node: the most from entering it to the end. `condensation` follows all edges. */
export function measureLongest(graph: FlowGraph, condensation: Condensation, weigh: Weigh): Float64Array {
  const most = new Float64Array(graph.nodes.length);
  const after = ({ target }: FlowEdge) => (target === theEnd ? 0 : (most[target] as number));
  gather(graph, condensation, { weigh, most, after });
  return most;
}

/** Fills `most` part by part; `after` says what can still be gathered behind an edge. */
export function gather(
  graph: FlowGraph,
  condensation: Condensation,
  { weigh, most, after }: { weigh: Weigh; most: Float64Array; after: (edge: FlowEdge) => number },
): void {
  const { parts, partOf, isFollowed } = condensation;
  parts.forEach((part, number) => {
    let best = 0;
    for (const index of part.nodes) {
      const node = graph.nodes[index] as FlowNode;
      for (const edge of node.edges) {
        if (!part.isCyclic) best = Math.max(best, weighed(weigh, node, edge) + after(edge));
        else if (edge.target === theEnd || partOf[edge.target] !== number || !isFollowed(edge))
          best = Math.max(best, after(edge));
      }
    }
    if (part.isCyclic) {
      const weightOf = (index: number) => heaviest(graph.nodes[index] as FlowNode, weigh);
      best += boundOf(part, graph, { weightOf, condensation });
    }
    for (const index of part.nodes) most[index] = best;
  });
}

/** The most that one visit of a node can gather. */
export function heaviest(node: FlowNode, weigh: Weigh): number {
  return node.edges.reduce((most, edge) => Math.max(most, weighed(weigh, node, edge)), 0);
}

function weighed(weigh: Weigh, node: FlowNode, edge: FlowEdge): number {
  return edge.kind === 'exhausted' ? 0 : weigh(node, edge);
}
