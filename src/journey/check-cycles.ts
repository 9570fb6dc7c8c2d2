// Checks the cycles of a journey: each has to wait somewhere, and to end after so many rounds. A node beyond its
// `maxVisits` neither waits nor bounds: its edges for `exhausted` are followed at once. Pure.

import { findCycles, type Targets } from './cycles.ts';
import { targetsOf } from './graph.ts';
import { createIssue, type Issue, type IssueCode } from './issues.ts';
import { exhaustedOutcome } from './outcome-match.ts';
import type { ResolvedNode, ResolvedNodes } from './resolved-node.ts';

/** Issues of cycles; nodes that have issues of their own are not followed. */
export function checkCycles(resolved: ResolvedNodes): readonly Issue[] {
  const restless = findCycles(toTargets(resolved, ({ type }) => type.waits));
  const reported = new Set(restless.flat());
  const unbounded = findCycles(
    toTargets(resolved, ({ node, source }) => reported.has(node) || source.maxVisits !== undefined),
  );
  return [
    ...restless.map((nodes) => toIssue('J307', nodes)),
    ...unbounded.map((nodes) => toIssue('J310', nodes)),
  ];
}

/** The edges that a run can follow again and again without meeting one of the nodes that `breaks` a cycle. */
function toTargets(resolved: ResolvedNodes, breaks: (node: ResolvedNode) => boolean): Targets {
  const targets = new Map<string, readonly string[]>();
  for (const [id, node] of resolved) {
    if (node.type.terminal === true) continue;
    const followed = breaks(node) ? exhaustedTargets(node) : targetsOf(node.source);
    if (followed.length > 0) targets.set(id, followed);
  }
  return targets;
}

/** Where a run goes that has been here too often; the end, where nothing is said. */
function exhaustedTargets({ source: { next, maxVisits } }: ResolvedNode): readonly string[] {
  if (maxVisits === undefined || typeof next !== 'object') return [];
  const target = next[exhaustedOutcome];
  return target === undefined ? [] : [target];
}

function toIssue(code: IssueCode & ('J307' | 'J310'), nodes: readonly string[]): Issue {
  return createIssue(code, { nodes }, { path: ['nodes', nodes[0] ?? ''], anchor: { at: 'key' } });
}
