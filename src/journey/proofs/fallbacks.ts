// Checks what follows when a message fails: the same channel again, at once, after a failure of that channel; and
// fallbacks that come round to themselves without a wait or a bound. Pure.

import type { MessageUse } from '../catalogue.ts';
import { findComponents, nodesOf } from '../components.ts';
import { createIssue, type Issue } from '../issues.ts';
import { findEdgeKey } from '../outcome-match.ts';
import type { ResolvedNodes } from '../resolved-node.ts';
import { callSeparator } from '../sub-journey.ts';
import type { TemplateInfo } from '../surroundings.ts';
import type { FlowEdge } from './edge-forms.ts';
import { edgesFrom, type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';
import { findTemplate } from './template-use.ts';

export interface FallbackContext {
  /** Nodes of the journey in hand: those of its sub-journeys are theirs to mend. */
  readonly resolved: ResolvedNodes;
  readonly templates: readonly TemplateInfo[];
}

export function checkFallbacks(graph: FlowGraph, context: FallbackContext): readonly Issue[] {
  const cycles = findFallbackCycles(graph);
  const inCycle = new Set(cycles.flat());
  const again = graph.reachable
    .filter((index) => !inCycle.has(index))
    .flatMap((index) => checkChannel(graph, index, context));
  const circling = cycles.map((cycle) => {
    const nodes = cycle.map((index) => graph.nodes[index] as FlowNode);
    const message = nodes.find((node) => node.message !== undefined);
    const place = { path: ['nodes', message?.root ?? ''], anchor: { at: 'key' } } as const;
    return createIssue('J522', { nodes: nodes.map(({ id }) => id) }, place);
  });
  return [...again, ...circling];
}

function checkChannel(graph: FlowGraph, index: number, context: FallbackContext): readonly Issue[] {
  const from = graph.nodes[index];
  if (from?.message === undefined) return none;
  const source = context.resolved.get(from.id)?.source;
  if (source === undefined) return none;
  const issues: Issue[] = [];
  const told: number[] = [];
  for (let number = graph.begin[index] as number; number < (graph.end[index] as number); number += 1) {
    const edge = graph.edges[number] as FlowEdge;
    const fallback = graph.target[number] as number;
    if (edge.inVain === undefined || isHopedFor(graph, index, fallback)) continue;
    const target = findNextMessages(graph, fallback).find((next) => {
      return !told.includes(next) && isInVain(edge.inVain, [from, graph.nodes[next]], context.templates);
    });
    if (target === undefined) continue;
    told.push(target);
    const keys = typeof source.next === 'object' ? Object.keys(source.next) : [];
    const key = findEdgeKey(keys, edge.outcomes[0] ?? '', []);
    issues.push(
      createIssue(
        'J521',
        {
          node: from.id,
          outcomes: edge.outcomes,
          to: graph.nodes[target]?.id ?? '',
          channel: from.message.channel,
        },
        { path: ['nodes', from.root, 'next', ...(key === undefined ? [] : [key])], anchor: { at: 'key' } },
      ),
    );
  }
  return issues;
}

const none: readonly Issue[] = [];

/** Where success leads as well, the journey goes on whatever happens: that is no fallback. */
function isHopedFor({ begin, end, edges, target }: FlowGraph, index: number, fallback: number): boolean {
  for (let edge = begin[index] as number; edge < (end[index] as number); edge += 1) {
    if (target[edge] === fallback && edges[edge]?.kind === 'hoped') return true;
  }
  return false;
}

function isInVain(
  inVain: FlowEdge['inVain'],
  [from, to]: readonly [FlowNode, FlowNode | undefined],
  templates: readonly TemplateInfo[],
): boolean {
  if (from.message === undefined || to?.message === undefined) return false;
  if (from.id.includes(callSeparator) || from.message.channel !== to.message.channel) return false;
  return (
    inVain === 'any' || [from.message, to.message].every((message) => mayBeMarketing(message, templates))
  );
}

function mayBeMarketing({ category, template }: MessageUse, templates: readonly TemplateInfo[]): boolean {
  const approved =
    template === undefined ? undefined : findTemplate(templates, template)?.category.toLowerCase();
  return (category ?? approved ?? 'marketing') === 'marketing';
}

/** Fallbacks are short; what lies further behind a web of branches is not looked for. */
const reachLimit = 50;

/** The first messages that a run comes to from here without a wait. */
function findNextMessages(graph: FlowGraph, from: number): readonly number[] {
  const seen = new Set<number>();
  const messages: number[] = [];
  const pending = [from];
  for (let index = pending.pop(); index !== undefined && seen.size < reachLimit; index = pending.pop()) {
    if (index === theEnd || seen.has(index)) continue;
    seen.add(index);
    const { message, type } = graph.nodes[index] as FlowNode;
    if (message !== undefined) messages.push(index);
    else if (!type.waits || type.inlines !== undefined) {
      for (const { target } of edgesFrom(graph, index)) pending.push(target);
    }
  }
  return messages;
}

/** Cycles of failures that follow each other at once; each with a message in it. */
function findFallbackCycles(graph: FlowGraph): readonly (readonly number[])[] {
  const found = findComponents(graph, graph.reachable, (edge, node) =>
    isAtOnce(graph.nodes[node] as FlowNode, graph.edges[edge] as FlowEdge),
  );
  return found.isCyclic
    .flatMap((isCyclic, component) => (isCyclic ? [nodesOf(found, component)] : []))
    .filter((nodes) => nodes.some((index) => graph.nodes[index]?.message !== undefined));
}

function isAtOnce({ message, type, maxVisits }: FlowNode, { kind, shortestMs }: FlowEdge): boolean {
  if (maxVisits !== undefined) return kind === 'exhausted';
  if (message !== undefined) return kind === 'failed' && shortestMs === 0;
  return (!type.waits || type.inlines !== undefined) && shortestMs === 0;
}
