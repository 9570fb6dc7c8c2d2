// The most that a walk from a node to the end can gather, by any measure of edges. Exact without cycles, a safe bound
// with them (`condensation.ts`), Infinity where nothing bounds a cycle. Pure; linear in the edges.

import { type EdgeColumns, nodesOf } from '../components.ts';
import { boundOf, type Condensation } from './condensation.ts';
import type { FlowEdge } from './edge-forms.ts';
import { type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';

/** What a visit of the node gathers that leaves by the edge; never asked of an exhausted one, which gathers nothing. */
export type Weigh = (node: FlowNode, edge: FlowEdge) => number;

/** Edges that lead the same way in the same time are one way. */
export interface Ways extends EdgeColumns {
  readonly hours: readonly number[];
  /** By edge. */
  readonly wayOf: Int32Array;
}

const hourMs = 3_600_000;
const dayHours = 24;

/** The whole hours that an edge takes at least, a day at most. */
export function hoursOf({ shortestMs }: FlowEdge): number {
  return Math.min(dayHours, Math.floor(shortestMs / hourMs));
}

export function findWays(graph: FlowGraph): Ways {
  const wayOf = new Int32Array(graph.edges.length);
  const begin: number[] = [];
  const end: number[] = [];
  const target: number[] = [];
  const hours: number[] = [];
  for (let node = 0; node < graph.nodes.length; node += 1) {
    const first = target.length;
    for (let edge = graph.begin[node] as number; edge < (graph.end[node] as number); edge += 1) {
      const edgeTarget = graph.target[edge] as number;
      const edgeHours = hoursOf(graph.edges[edge] as FlowEdge);
      let way = first;
      while (way < target.length && (target[way] !== edgeTarget || hours[way] !== edgeHours)) way += 1;
      if (way === target.length) {
        target.push(edgeTarget);
        hours.push(edgeHours);
      }
      wayOf[edge] = way;
    }
    begin.push(first);
    end.push(target.length);
  }
  return { begin, end, target, hours, wayOf };
}

/** By way: the most of its edges. */
export function weighWays(graph: FlowGraph, { wayOf, target }: Ways, weigh: Weigh): Float64Array {
  const weights = new Float64Array(target.length);
  for (let index = 0; index < graph.nodes.length; index += 1) {
    const node = graph.nodes[index] as FlowNode;
    for (let number = graph.begin[index] as number; number < (graph.end[index] as number); number += 1) {
      const edge = graph.edges[number] as FlowEdge;
      if (edge.kind === 'exhausted') continue;
      const way = wayOf[number] as number;
      weights[way] = Math.max(weights[way] as number, weigh(node, edge));
    }
  }
  return weights;
}

/** What is gathered on a walk from any node, with some hours left. */
export interface Walk {
  readonly graph: FlowGraph;
  readonly ways: Ways;
  readonly weights: Float64Array;
  /** Parts by the ways that take no hour: there a walk stays on the level of the hours that are left. */
  readonly quick: Condensation;
  /** For what is gathered, by node and hours left: one after the other measures in it. */
  readonly room: Float64Array;
}

/** The same ways, where time does not matter. */
export function toTimeless(ways: Ways): Ways {
  return { ...ways, hours: ways.hours.map(() => 0) };
}

export function createRoom({ nodes }: FlowGraph): Float64Array {
  return new Float64Array(nodes.length * (dayHours + 1));
}

/** The most from the start to the end. @param walk by ways that take no time, all of them quick */
export function measureLongest(walk: Walk): number {
  const { most, levels } = gatherLevels(walk, 1);
  return most[walk.graph.start * levels + 1] ?? 0;
}

/** The most within 24 hours of entering a node, wherever that is. */
export function measureDay(walk: Walk): number {
  const { most, levels } = gatherLevels(walk, dayHours);
  let longest = 0;
  for (let last = dayHours; last < walk.graph.nodes.length * levels; last += levels) {
    longest = Math.max(longest, most[last] as number);
  }
  return longest;
}

/** The most from entering a node with up to so many hours left. Level by level where there are cycles. */
function gatherLevels(walk: Walk, hours: number): Levels {
  const { components, nodes } = walk.graph;
  const levels = hours + 1;
  const most = walk.room.subarray(0, nodes.length * levels).fill(0);
  for (let component = 0; component < components.isCyclic.length; component += 1) {
    if (components.isCyclic[component]) gatherCycle(nodesOf(components, component), walk, { most, levels });
    else
      gatherNode(components.order[components.first[component] as number] as number, walk, { most, levels });
  }
  return { most, levels };
}

/** By node and hours left; nothing is gathered with none left. */
interface Levels {
  readonly most: Float64Array;
  readonly levels: number;
}

/** All levels of a node outside of cycles: those of its targets are known. */
function gatherNode(node: number, { ways, weights }: Walk, { most, levels }: Levels): void {
  const row = node * levels;
  for (let way = ways.begin[node] as number; way < (ways.end[node] as number); way += 1) {
    const target = ways.target[way] as number;
    const hours = target === theEnd ? levels : (ways.hours[way] as number);
    const weight = weights[way] as number;
    const before = target * levels - hours;
    for (let left = 1; left < levels; left += 1) {
      const gathered = left > hours ? weight + (most[before + left] as number) : weight;
      if (gathered > (most[row + left] as number)) most[row + left] = gathered;
    }
  }
}

/** In a cycle a way that takes time leads to a lower level, the others stay inside their part or lead to a known one. */
function gatherCycle(nodes: readonly number[], walk: Walk, { most, levels }: Levels): void {
  const { parts } = walk.quick;
  const inside = [...new Set(nodes.map((node) => parts.componentOf[node] as number))].sort(
    (left, right) => left - right,
  );
  const bounds = inside.map((part) => (parts.isCyclic[part] ? boundInside(part, walk) : 0));
  for (let left = 1; left < levels; left += 1) {
    inside.forEach((part, index) => {
      const members = nodesOf(parts, part);
      let best = 0;
      for (const node of members) best = Math.max(best, gatherOutside(node, walk, { most, levels, left }));
      for (const node of members) most[node * levels + left] = best + (bounds[index] as number);
    });
  }
}

/** The most by a way out of the node's part; what is gathered inside a cyclic one is bounded as a whole. */
function gatherOutside(
  node: number,
  { quick: { parts }, ways, weights }: Walk,
  { most, levels, left }: Levels & { readonly left: number },
): number {
  const part = parts.componentOf[node] as number;
  const isCyclic = parts.isCyclic[part] === true;
  let best = 0;
  for (let way = ways.begin[node] as number; way < (ways.end[node] as number); way += 1) {
    const target = ways.target[way] as number;
    const hours = ways.hours[way] as number;
    if (isCyclic && hours === 0 && parts.componentOf[target] === part) continue;
    const after = target !== theEnd && hours < left ? (most[target * levels + left - hours] as number) : 0;
    best = Math.max(best, after + (isCyclic ? 0 : (weights[way] as number)));
  }
  return best;
}

function boundInside(part: number, { graph, quick, ways, weights }: Walk): number {
  const weightOf = (node: number) => Math.max(0, ...weights.subarray(ways.begin[node], ways.end[node]));
  return boundOf(part, quick, { graph, weightOf });
}
