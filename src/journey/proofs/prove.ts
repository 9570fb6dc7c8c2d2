// Everything that is proved about a journey as a whole: windows, templates, evidence, fallbacks, worst cases. Pure.

import type { Definition } from '../definition.ts';
import { createIssue, type Issue } from '../issues.ts';
import type { ResolvedNodes } from '../resolved-node.ts';
import { checkFallbacks } from './fallbacks.ts';
import { createFlowGraph, flowNodeLimit, type Known } from './flow-graph.ts';
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
  const { templates = [] } = known.surroundings;
  const trigger = definition.entry.on;
  const analysis = analyse(graph, known.surroundings);
  const issues = [
    ...checkMessages(resolved, { ...known, trigger }),
    ...checkWindow(graph, trigger),
    ...checkFallbacks(graph, { resolved, templates }),
    ...checkBounds(analysis),
  ];
  return { issues, analysis };
}

/** Each message by itself. */
function checkMessages(
  resolved: ResolvedNodes,
  { surroundings: { templates }, trigger }: Known & { readonly trigger: Definition['entry']['on'] },
): readonly Issue[] {
  return [...resolved.values()].flatMap((node) => {
    const message = node.type.message?.(node.config);
    if (message === undefined) return [];
    const { awaits, gives, channel } = message;
    const inVain = gives.includes(awaits)
      ? []
      : [createIssue('J502', { awaits, gives, channel }, { path: ['nodes', node.node, 'with', 'await'] })];
    return templates === undefined
      ? inVain
      : [...inVain, ...checkTemplateUse(node, message, { templates, trigger })];
  });
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
