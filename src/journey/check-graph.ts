// Checks the form of the graph: where it starts, where edges lead, what is never entered, what never rests. Pure.

import type { AnyNodeType, Catalogue } from './catalogue.ts';
import type { DefinitionNode } from './definition.ts';
import { edgesOf, findCycles, findReachable, type NodeMap } from './graph.ts';
import { createIssue, type Issue } from './issues.ts';
import { suggest } from './suggestion.ts';

/** The graph as far as it could be read. */
export interface GraphView {
  readonly start: string | undefined;
  readonly nodes: NodeMap;
  /** Ids of all nodes, the unreadable ones too. */
  readonly ids: ReadonlySet<string>;
}

/** Issues of start, edges, reachability and cycles. */
export function checkGraph(view: GraphView, catalogue: Catalogue): readonly Issue[] {
  return [
    ...checkStart(view),
    ...Object.entries(view.nodes).flatMap(([node, source]) => checkTargets(node, source, view.ids)),
    ...checkReachable(view),
    ...checkCycles(view.nodes, catalogue),
  ];
}

function checkStart({ start, ids }: GraphView): readonly Issue[] {
  if (start === undefined || ids.has(start)) return [];
  return [createIssue('J302', { start, ...suggest(start, ids) }, { path: ['start'] })];
}

function checkTargets(node: string, source: DefinitionNode, ids: ReadonlySet<string>): readonly Issue[] {
  return edgesOf(node, source)
    .filter(({ target }) => !ids.has(target))
    .map(({ target, path }) => createIssue('J303', { target, ...suggest(target, ids) }, { path }));
}

/**
 * Silent where the graph is not whole: what an unreadable node leads to is not known. A misspelt edge counts as
 * leading where it was meant to, so that one slip is one issue.
 */
function checkReachable({ start, nodes, ids }: GraphView): readonly Issue[] {
  if (start === undefined || !ids.has(start) || Object.keys(nodes).length < ids.size) return [];
  const edges = Object.entries(nodes).flatMap(([node, source]) => edgesOf(node, source));
  const meant = new Map<string, string>();
  for (const { target } of edges) {
    if (ids.has(target) || meant.has(target)) continue;
    const { suggestion } = suggest(target, ids);
    if (suggestion === undefined) return [];
    meant.set(target, suggestion);
  }
  const reachable = findReachable(nodes, start, meant);
  return Object.keys(nodes)
    .filter((node) => !reachable.has(node))
    .map((node) => createIssue('J304', { node }, { path: ['nodes', node], anchor: { at: 'key' } }));
}

function checkCycles(nodes: NodeMap, catalogue: Catalogue): readonly Issue[] {
  const restless = new Set<string>();
  for (const [node, source] of Object.entries(nodes)) {
    const type: AnyNodeType | undefined = catalogue.get(source.type);
    if (type !== undefined && !type.waits && type.terminal !== true) restless.add(node);
  }
  return findCycles(nodes, restless).map((cycle) =>
    createIssue('J307', { nodes: cycle }, { path: ['nodes', cycle[0] as string], anchor: { at: 'key' } }),
  );
}
