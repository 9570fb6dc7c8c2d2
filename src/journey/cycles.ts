// Cycles of a directed graph, out of its strongly connected components. Pure.

import { type EdgeColumns, findComponents, nodesOf } from './components.ts';

/** Edges by node; targets that are no key of the map are ignored. */
export type Targets = ReadonlyMap<string, readonly string[]>;

/** More cycles than this say nothing new: breaking one often breaks others. */
const cycleLimit = 50;

/** Cycles that have no node in common, each in the order of its edges. Empty only where the graph has none. */
export function findCycles(targets: Targets): readonly (readonly string[])[] {
  const ids = [...targets.keys()];
  const edges = toColumns(targets, ids);
  const cycles: string[][] = [];
  /** Nodes that are searched together; those of a cycle that was found are in no group. */
  const group = new Int32Array(ids.length);
  let groups = 0;
  const pending = [ids.map((_, node) => node)];
  for (let members = pending.pop(); members !== undefined; members = pending.pop()) {
    const found = findComponents(edges, members, (edge, node) => {
      return group[edges.target[edge] as number] === group[node];
    });
    for (let component = 0; component < found.isCyclic.length; component += 1) {
      if (found.isCyclic[component] !== true) continue;
      if (cycles.length === cycleLimit) return cycles;
      const nodes = nodesOf(found, component);
      const cycle = findCycle(targets, new Set(nodes.map((node) => ids[node] as string)));
      cycles.push(cycle);
      groups += 1;
      const circling = new Set(cycle);
      const rest = nodes.filter((node) => !circling.has(ids[node] as string));
      for (const node of nodes) group[node] = -1;
      for (const node of rest) group[node] = groups;
      if (rest.length > 0) pending.push(rest);
    }
  }
  return cycles;
}

function toColumns(targets: Targets, ids: readonly string[]): EdgeColumns {
  const numbers = new Map(ids.map((id, node) => [id, node]));
  const columns = { begin: [] as number[], end: [] as number[], target: [] as number[] };
  for (const id of ids) {
    columns.begin.push(columns.target.length);
    for (const target of targets.get(id) ?? []) columns.target.push(numbers.get(target) ?? -1);
    columns.end.push(columns.target.length);
  }
  return columns;
}

/** Any cycle inside a component: from each of its nodes an edge leads to another of them. */
function findCycle(targets: Targets, component: ReadonlySet<string>): string[] {
  const places = new Map<string, number>();
  const path: string[] = [];
  let node = component.values().next().value;
  while (node !== undefined && !places.has(node)) {
    places.set(node, path.length);
    path.push(node);
    node = targets.get(node)?.find((target) => component.has(target));
  }
  return path.slice(places.get(node ?? '') ?? 0);
}
