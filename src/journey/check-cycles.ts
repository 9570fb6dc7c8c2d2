// Checks the cycles of a journey: each has to wait somewhere, and to end after so many rounds. A node beyond its
// `maxVisits` neither waits nor bounds: its edges for `exhausted` are followed at once. Pure.

import { findCycles, type Targets } from './cycles.ts';
import { edgesOf } from './graph.ts';
import { createIssue, type Issue, type IssueCode } from './issues.ts';
import { exhaustedOutcome, findEdgeKey } from './outcome-match.ts';
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
    const edges = edgesOf(id, node.source);
    const followed = breaks(node) ? edges.filter(({ outcome }) => isExhausted(node, outcome)) : edges;
    if (node.type.terminal !== true && followed.length > 0) {
      targets.set(
        id,
        followed.map(({ target }) => target),
      );
    }
  }
  return targets;
}

function isExhausted({ source }: ResolvedNode, outcome: string | undefined): boolean {
  return (
    source.maxVisits !== undefined &&
    outcome !== undefined &&
    findEdgeKey([outcome], exhaustedOutcome, []) !== undefined
  );
}

function toIssue(code: IssueCode & ('J307' | 'J310'), nodes: readonly string[]): Issue {
  return createIssue(code, { nodes }, { path: ['nodes', nodes[0] ?? ''], anchor: { at: 'key' } });
}
