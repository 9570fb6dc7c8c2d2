// Checks the form of the graph: where it starts, where edges lead, what is never entered. Pure.

import type { Catalogue } from './catalogue.ts';
import type { DefinitionNode } from './definition.ts';
import { edgesOf, findReachable, type NodeMap, targetsOf } from './graph.ts';
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
  const notes = findAnnotations(view.nodes, catalogue);
  return [...checkStart(view, notes), ...checkEdges(view, notes), ...checkReachable(view, notes)];
}

function findAnnotations(nodes: NodeMap, catalogue: Catalogue): ReadonlySet<string> {
  const found = Object.keys(nodes).filter(
    (node) => catalogue.get(nodes[node]?.type ?? '')?.annotation === true,
  );
  return new Set(found);
}

function checkStart({ start, ids, nodes }: GraphView, notes: ReadonlySet<string>): readonly Issue[] {
  if (start === undefined) return [];
  const path = ['start'];
  if (!ids.has(start)) return [createIssue('J302', { start, ...suggest(start, ids) }, { path })];
  return notes.has(start) ? [toAnnotationIssue(start, nodes, path)] : [];
}

function checkEdges({ ids, nodes }: GraphView, notes: ReadonlySet<string>): readonly Issue[] {
  const isWrong = (target: string) => !ids.has(target) || notes.has(target);
  return Object.keys(nodes)
    .filter((node) => targetsOf(nodes[node] as DefinitionNode).some(isWrong))
    .flatMap((node) => edgesOf(node, nodes[node] as DefinitionNode).filter(({ target }) => isWrong(target)))
    .map(({ target, path }) =>
      ids.has(target)
        ? toAnnotationIssue(target, nodes, path)
        : createIssue('J303', { target, ...suggest(target, ids) }, { path }),
    );
}

function toAnnotationIssue(target: string, nodes: NodeMap, path: IssuePath): Issue {
  return createIssue('J311', { target, type: nodes[target]?.type ?? '' }, { path });
}

/**
 * Silent where the graph is not whole: what an unreadable node leads to is not known. A misspelt edge counts as
 * leading where it was meant to, so that one slip is one issue.
 */
function checkReachable({ start, nodes, ids }: GraphView, notes: ReadonlySet<string>): readonly Issue[] {
  if (start === undefined || !ids.has(start) || notes.has(start)) return [];
  if (Object.keys(nodes).length < ids.size) return [];
  const meant = new Map<string, string>();
  for (const node of Object.keys(nodes)) {
    for (const target of targetsOf(nodes[node] as DefinitionNode)) {
      if (ids.has(target) || meant.has(target)) continue;
      const { suggestion } = suggest(target, ids);
      if (suggestion === undefined) return [];
      meant.set(target, suggestion);
    }
  }
  const reachable = findReachable(nodes, start, meant);
  return Object.keys(nodes)
    .filter((node) => !reachable.has(node) && !notes.has(node))
    .map((node) => createIssue('J304', { node }, { path: ['nodes', node], anchor: { at: 'key' } }));
}
