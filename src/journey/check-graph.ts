// Checks the form of the graph: where it starts, where edges lead, what is never entered. Pure.

import type { Catalogue } from './catalogue.ts';
import type { DefinitionNode } from './definition.ts';
import { edgesOf, findReachable, type NodeMap } from './graph.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { suggest } from './suggestion.ts';

/** The graph as far as it could be read. */
export interface GraphView {
  readonly start?: string | undefined;
  readonly nodes: NodeMap;
  /** Ids of all nodes, the unreadable ones too. */
  readonly ids: ReadonlySet<string>;
}

/** Issues of start, edges and reachability. */
export function checkGraph(view: GraphView, catalogue: Catalogue): readonly Issue[] {
  const isAnnotation = (node: string) =>
    Object.hasOwn(view.nodes, node) && catalogue.get(view.nodes[node]?.type ?? '')?.annotation === true;
  return [
    ...checkStart(view, isAnnotation),
    ...Object.entries(view.nodes).flatMap(([node, source]) =>
      checkTargets({ node, source }, view, isAnnotation),
    ),
    ...checkReachable(view, isAnnotation),
  ];
}

type IsAnnotation = (node: string) => boolean;

function checkStart({ start, ids, nodes }: GraphView, isAnnotation: IsAnnotation): readonly Issue[] {
  if (start === undefined) return [];
  const path = ['start'];
  if (!ids.has(start)) return [createIssue('J302', { start, ...suggest(start, ids) }, { path })];
  return isAnnotation(start) ? [toAnnotationIssue(start, nodes, path)] : [];
}

function checkTargets(
  { node, source }: { readonly node: string; readonly source: DefinitionNode },
  { ids, nodes }: GraphView,
  isAnnotation: IsAnnotation,
): readonly Issue[] {
  return edgesOf(node, source).flatMap(({ target, path }) => {
    if (!ids.has(target)) return [createIssue('J303', { target, ...suggest(target, ids) }, { path })];
    return isAnnotation(target) ? [toAnnotationIssue(target, nodes, path)] : [];
  });
}

function toAnnotationIssue(target: string, nodes: NodeMap, path: IssuePath): Issue {
  return createIssue('J311', { target, type: nodes[target]?.type ?? '' }, { path });
}

/**
 * Silent where the graph is not whole: what an unreadable node leads to is not known. A misspelt edge counts as
 * leading where it was meant to, so that one slip is one issue.
 */
function checkReachable({ start, nodes, ids }: GraphView, isAnnotation: IsAnnotation): readonly Issue[] {
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
    .filter((node) => !reachable.has(node) && !isAnnotation(node))
    .map((node) => createIssue('J304', { node }, { path: ['nodes', node], anchor: { at: 'key' } }));
}
