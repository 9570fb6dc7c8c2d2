// The proof that a free-form message can only go out inside the 24-hour window (F§4.1): how long ago can the person
// have written last, at most, when a run comes to a node? Unbounded means not proved. Pure; linear in the edges.

import { nodesOf } from '../components.ts';
import type { Trigger } from '../entry.ts';
import { createIssue, type Issue } from '../issues.ts';
import { boundOf, condense } from './condensation.ts';
import type { FlowEdge } from './edge-forms.ts';
import { edgesFrom, type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';

/** Half a minute short of the window, as the gate has it: Meta's clock and ours differ. */
const provedMs = 24 * 3_600_000 - 30_000;

/** Issues of free-form messages that some path brings outside the window. */
export function checkWindow(graph: FlowGraph, trigger: Trigger): readonly Issue[] {
  const needing = graph.reachable.filter((index) => needsWindow(graph.nodes[index]));
  if (needing.length === 0) return [];
  const sinceEntryMs = 'inbound' in trigger ? 0 : Number.POSITIVE_INFINITY;
  const sinceMs = measureSince(graph, sinceEntryMs);
  return needing
    .filter((index) => (sinceMs[index] as number) >= provedMs)
    .map((index) => {
      const { id, root } = graph.nodes[index] as FlowNode;
      const path = findPath(graph, index, sinceEntryMs);
      return createIssue('J501', { node: id, path }, { path: ['nodes', root], anchor: { at: 'key' } });
    });
}

function needsWindow(node: FlowNode | undefined): boolean {
  return node?.message?.freeForm === true && !node.message.waitsForWindow;
}

/** By node: the most milliseconds since the person wrote, on entering it; -1 where no path leads. */
function measureSince(graph: FlowGraph, sinceEntryMs: number): Float64Array {
  const condensation = condense(graph, (edge) => graph.edges[edge]?.isInbound === false);
  const { parts } = condensation;
  const sinceMs = new Float64Array(graph.nodes.length).fill(-1);
  const raise = (index: number, to: number) => {
    if (index !== theEnd) sinceMs[index] = Math.max(sinceMs[index] as number, to);
  };
  raise(graph.start, sinceEntryMs);
  for (const index of graph.reachable) {
    for (const { edge, target } of edgesFrom(graph, index)) if (edge.isInbound) raise(target, 0);
  }
  for (let part = parts.isCyclic.length - 1; part >= 0; part -= 1) {
    const nodes = nodesOf(parts, part);
    const enteredMs = nodes.reduce((most, index) => Math.max(most, sinceMs[index] as number), -1);
    if (enteredMs < 0) continue;
    const weightOf = (index: number) => graph.nodes[index]?.longestMs ?? 0;
    const isCyclic = parts.isCyclic[part] === true;
    const insideMs = isCyclic ? boundOf(part, condensation, { graph, weightOf }) : 0;
    for (const index of nodes) raise(index, enteredMs + insideMs);
    for (const index of nodes) {
      for (const { edge, target } of edgesFrom(graph, index)) {
        if (edge.isInbound) continue;
        raise(target, enteredMs + (isCyclic ? insideMs : restOf(graph, index, edge)));
      }
    }
  }
  return sinceMs;
}

function restOf(graph: FlowGraph, index: number, { kind }: FlowEdge): number {
  return kind === 'exhausted' ? 0 : (graph.nodes[index]?.longestMs ?? 0);
}

interface Step {
  readonly node: number;
  readonly sinceMs: number;
  readonly before?: Step;
}

const hourMs = 3_600_000;
const dayHours = 24;

/**
 * A path from the entry by which the person may have written too long ago; visits are not counted. Where only many
 * rounds of a cycle make it so, any path.
 */
function findPath(graph: FlowGraph, to: number, sinceEntryMs: number): readonly string[] {
  const longest = new Map<number, number>();
  const pending: Step[] = [];
  let found: Step | undefined;
  const reach = (step: Step) => {
    const known = longest.get(step.node);
    const hours = step.sinceMs >= provedMs ? dayHours : Math.floor(step.sinceMs / hourMs);
    if (known !== undefined && hours <= known) return;
    longest.set(step.node, hours);
    pending.push(step);
  };
  reach({ node: graph.start, sinceMs: Math.min(sinceEntryMs, provedMs) });
  for (let at = 0; at < pending.length; at += 1) {
    const before = pending[at] as Step;
    if (before.node === to) {
      found = before;
      if (before.sinceMs >= provedMs) break;
    }
    for (const { edge, target } of edgesFrom(graph, before.node)) {
      if (target === theEnd) continue;
      const sinceMs = edge.isInbound
        ? 0
        : Math.min(provedMs, before.sinceMs + restOf(graph, before.node, edge));
      reach({ node: target, sinceMs, before });
    }
  }
  const path: string[] = [];
  for (let step = found; step !== undefined; step = step.before)
    path.unshift(graph.nodes[step.node]?.id ?? '');
  return path;
}
