// The proof that a free-form message can only go out inside the 24-hour window (F§4.1): how long ago can the person
// have written last, at most, when a run comes to a node? Unbounded means not proved. Pure; linear in the edges.

import { nodesOf } from '../components.ts';
import type { Trigger } from '../entry.ts';
import { createIssue, type Issue } from '../issues.ts';
import { toNodeBeside } from '../sub-journey.ts';
import { boundOf, condense } from './condensation.ts';
import type { FlowEdge } from './edge-forms.ts';
import { edgesFrom, type FlowGraph, type FlowNode, theEnd } from './flow-graph.ts';

/** Half a minute short of the window, as the gate has it: Meta's clock and ours differ. */
const provedMs = 24 * 3_600_000 - 30_000;

/** Issues of free-form messages that some path brings outside the window. */
export function checkWindow(graph: FlowGraph, trigger: Trigger): readonly Issue[] {
  const needing = graph.reachable.filter((index) => needsWindow(graph.nodes[index]));
  if (needing.length === 0) return [];
  const agoMs = createAgo(graph);
  const sinceEntryMs = 'inbound' in trigger ? 0 : Number.POSITIVE_INFINITY;
  const sinceMs = measureSince(graph, { startMs: sinceEntryMs, agoMs });
  return needing
    .filter((index) => (sinceMs[index] as number) >= provedMs)
    .map((index) => {
      const { id, root } = graph.nodes[index] as FlowNode;
      const path = findPath(graph, index, { startMs: sinceEntryMs, agoMs });
      return createIssue('J501', { node: id, path }, { path: ['nodes', root], anchor: { at: 'key' } });
    });
}

function needsWindow(node: FlowNode | undefined): boolean {
  return node?.message?.freeForm === true && !node.message.waitsForWindow;
}

/** What is measured since: `agoMs` says of an edge of a node how long ago it was at most, undefined where it wasn't. */
interface Measure {
  /** On entering the journey; below 0 where it can't have been. */
  readonly startMs: number;
  readonly agoMs: (index: number, edge: FlowEdge) => number | undefined;
}

/** When the person wrote, by the edges that say that they did. An answer may have come at any time since its message. */
function createAgo(graph: FlowGraph): Measure['agoMs'] {
  const sinceMessage = new Map<string, Float64Array>();
  const measure = (to: string | undefined) => {
    const key = to ?? '';
    const known = sinceMessage.get(key) ?? measureSince(graph, { startMs: -1, agoMs: sentBy(graph, to) });
    sinceMessage.set(key, known);
    return known;
  };
  return (index, edge) => {
    if (!edge.isInbound) return undefined;
    const { id = '', replies } = graph.nodes[index] ?? {};
    if (replies === undefined) return edge.inboundAgoMs;
    const to = replies.to === undefined ? undefined : toNodeBeside(id, replies.to);
    return Math.max(0, measure(to)[index] as number);
  };
}

/** A message on WhatsApp has just been sent: that of a node, or any. */
function sentBy({ nodes }: FlowGraph, to: string | undefined): Measure['agoMs'] {
  return (index, { copies }) => {
    const node = nodes[index];
    const isMeant = node?.message?.channel === 'whatsapp' && (to === undefined || node.id === to);
    return isMeant && copies > 0 ? 0 : undefined;
  };
}

/** By node: the most milliseconds since it was, on entering it; -1 where no path leads. */
function measureSince(graph: FlowGraph, { startMs, agoMs }: Measure): Float64Array {
  const ago = new Map<number, number>();
  const sinceMs = new Float64Array(graph.nodes.length).fill(-1);
  const raise = (index: number, to: number) => {
    if (index !== theEnd) sinceMs[index] = Math.max(sinceMs[index] as number, to);
  };
  raise(graph.start, startMs);
  for (const index of graph.reachable) {
    for (let at = graph.begin[index] as number; at < (graph.end[index] as number); at += 1) {
      const found = agoMs(index, graph.edges[at] as FlowEdge);
      if (found === undefined) continue;
      ago.set(at, found);
      raise(graph.target[at] as number, found);
    }
  }
  const condensation = condense(graph, (edge) => !ago.has(edge));
  const { parts } = condensation;
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
        if (agoMs(index, edge) !== undefined) continue;
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
function findPath(graph: FlowGraph, to: number, { startMs, agoMs }: Measure): readonly string[] {
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
  reach({ node: graph.start, sinceMs: Math.min(startMs, provedMs) });
  for (let at = 0; at < pending.length; at += 1) {
    const before = pending[at] as Step;
    if (before.node === to) {
      found = before;
      if (before.sinceMs >= provedMs) break;
    }
    for (const { edge, target } of edgesFrom(graph, before.node)) {
      if (target === theEnd) continue;
      const written = agoMs(before.node, edge) ?? before.sinceMs + restOf(graph, before.node, edge);
      const sinceMs = Math.min(provedMs, written);
      reach({ node: target, sinceMs, before });
    }
  }
  const path: string[] = [];
  for (let step = found; step !== undefined; step = step.before)
    path.unshift(graph.nodes[step.node]?.id ?? '');
  return path;
}
