// The most that a walk from a node to the end can gather, by any measure of edges. Exact without cycles, a safe bound
// with them (`condensation.ts`), Infinity where nothing bounds a cycle. Pure; linear in the edges.

import { boundOf, type Condensation, type Part } from './condensation.ts';
import { type FlowEdge, type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';

/** What a visit of the node gathers that leaves by the edge; never asked of an exhausted one, which gathers nothing. */
export type Weigh = (node: FlowNode, edge: FlowEdge) => number;

/** Edges with their weights as columns, those that lead the same way by the heaviest; a node's stand together. */
export interface Ways {
  /** Where a node's begin; one more than there are nodes. */
  readonly first: Int32Array;
  readonly target: Int32Array;
  readonly hours: Int32Array;
  readonly weight: Float64Array;
}

const hourMs = 3_600_000;
export const dayHours = 24;

/** The whole hours that an edge takes at least, a day at most. */
export function hoursOf({ shortestMs }: FlowEdge): number {
  return Math.min(dayHours, Math.floor(shortestMs / hourMs));
}

export function weighEdges(graph: FlowGraph, weigh: Weigh): Ways {
  const edgeCount = graph.nodes.reduce((count, { edges }) => count + edges.length, 0);
  const first = new Int32Array(graph.nodes.length + 1);
  const target = new Int32Array(edgeCount);
  const hours = new Int32Array(edgeCount);
  const weight = new Float64Array(edgeCount);
  let end = 0;
  graph.nodes.forEach((node, index) => {
    const begin = end;
    for (const edge of node.edges) {
      const edgeHours = hoursOf(edge);
      let at = begin;
      while (at < end && (target[at] !== edge.target || hours[at] !== edgeHours)) at += 1;
      if (at === end) end += 1;
      target[at] = edge.target;
      hours[at] = edgeHours;
      if (edge.kind !== 'exhausted') weight[at] = Math.max(weight[at] as number, weigh(node, edge));
    }
    first[index + 1] = end;
  });
  return { first, target, hours, weight };
}

/** By node: the most from entering it to the end. `condensation` follows all edges. */
export function measureLongest(graph: FlowGraph, condensation: Condensation, ways: Ways): Float64Array {
  const timeless = { ...ways, hours: new Int32Array(ways.hours.length) };
  return gatherLevels(graph, condensation, { ways: timeless, hours: 1 });
}

/**
 * By node: the most from entering it with so many hours left. Level by level: edges that take no hour stay on it,
 * others go to a lower one. `condensation` follows the edges that take none.
 */
export function gatherLevels(
  graph: FlowGraph,
  condensation: Condensation,
  { ways, hours }: { readonly ways: Ways; readonly hours: number },
): Float64Array {
  const { parts, partOf } = condensation;
  const { first, target, hours: takes, weight } = ways;
  const size = graph.nodes.length;
  const most = new Float64Array(size * (hours + 1));
  for (let left = 1; left <= hours; left += 1) {
    for (let number = 0; number < parts.length; number += 1) {
      const part = parts[number] as Part;
      let best = 0;
      for (let index = 0; index < part.nodes.length; index += 1) {
        const node = part.nodes[index] as number;
        const end = first[node + 1] as number;
        for (let at = first[node] as number; at < end; at += 1) {
          const to = target[at] as number;
          const passed = takes[at] as number;
          const isInside = part.isCyclic && passed === 0 && to !== theEnd && partOf[to] === number;
          if (isInside) continue;
          let gathered = part.isCyclic ? 0 : (weight[at] as number);
          if (to !== theEnd && passed < left) gathered += most[(left - passed) * size + to] as number;
          if (gathered > best) best = gathered;
        }
      }
      if (part.isCyclic) best += boundOf(part, graph, { weightOf: heaviestOf(ways), condensation });
      for (let index = 0; index < part.nodes.length; index += 1) {
        most[left * size + (part.nodes[index] as number)] = best;
      }
    }
  }
  return most.subarray(hours * size);
}

/** The most that one visit of a node can gather. */
function heaviestOf({ first, weight }: Ways): (node: number) => number {
  return (node) => Math.max(0, ...weight.subarray(first[node], first[node + 1]));
}
