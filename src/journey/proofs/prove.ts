// Everything that is proved about a journey as a whole: windows, templates, evidence, fallbacks, worst cases. Pure.

import type { Definition } from '../definition.ts';
import type { Trigger } from '../entry.ts';
import { createIssue, type Issue } from '../issues.ts';
import type { ResolvedNodes } from '../resolved-node.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkFallbacks } from './fallbacks.ts';
import { createFlowGraph, type FlowGraph, flowNodeLimit, type Known } from './flow-graph.ts';
import { checkSenders } from './sender-use.ts';
import { checkTemplateUse } from './template-use.ts';
import { checkWindow } from './window.ts';
import { type Analysis, analyse } from './worst-case.ts';

export interface Proof {
  readonly issues: readonly Issue[];
  /** Absent where the journey is too large with its sub-journeys. */
  readonly analysis?: Analysis;
}

/** A run ends after so long, whatever it waits for (DESIGN 13). */
export const runLimitMs = 2 * 365 * 24 * 3_600_000;
/** More messages than this in a day are likely a slip. */
export const messagesPerDay = 5;

const nothing: Proof = { issues: [] };

/** Issues J5xx and the worst cases; nothing is said of a definition with a part that can't be read. */
export function proveWhole(definition: Definition | undefined, resolved: ResolvedNodes, known: Known): Proof {
  if (definition === undefined || !resolved.has(definition.start)) return nothing;
  const isWhole = Object.keys(definition.nodes).every((node) => resolved.has(node));
  return isWhole ? prove(definition, resolved, known) : nothing;
}

function prove(definition: Definition, resolved: ResolvedNodes, known: Known): Proof {
  const graph = createFlowGraph(definition, resolved, known);
  const top = { path: ['nodes'], anchor: { at: 'key' } } as const;
  if (graph === undefined) return { issues: [createIssue('J533', { limit: flowNodeLimit }, top)] };
  const { templates, senders } = known.surroundings;
  const trigger = definition.entry.on;
  const analysis = analyse(graph, known.surroundings);
  const issues = [
    ...checkMessages(graph, { templates, trigger }),
    ...checkSenders(definition, graph, senders),
    ...checkWindow(graph, trigger),
    ...checkFallbacks(graph, { resolved, templates: templates ?? [] }),
    ...checkBounds(analysis),
  ];
  return { issues, analysis };
}

/** Each message by itself. */
function checkMessages(
  { nodes }: FlowGraph,
  { templates, trigger }: { readonly templates: Surroundings['templates']; readonly trigger: Trigger },
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { id: node, root, message } of nodes) {
    // Those of sub-journeys are theirs to mend.
    if (message === undefined || node !== root) continue;
    const { awaits, gives, channel } = message;
    if (!gives.includes(awaits)) {
      const place = { path: ['nodes', node, 'with', 'await'] };
      issues.push(createIssue('J502', { awaits, gives, channel }, place));
    }
    if (templates !== undefined) issues.push(...checkTemplateUse({ node }, message, { templates, trigger }));
  }
  return issues;
}

function checkBounds({ longestMs, messages }: Analysis): readonly Issue[] {
  const place = { path: ['start'] };
  const issues: Issue[] = [];
  if (longestMs !== null && longestMs > runLimitMs) {
    issues.push(createIssue('J532', { days: Math.ceil(longestMs / (24 * 3_600_000)) }, place));
  }
  if (messages.perDay === null || messages.perDay > messagesPerDay) {
    issues.push(createIssue('J530', { perDay: messages.perDay, limit: messagesPerDay }, place));
  }
  return issues;
}
