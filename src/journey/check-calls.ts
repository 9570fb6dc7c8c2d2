// Checks the journeys that nodes call: do they exist, do they come back to themselves, are they right in themselves.
// Silent where other journeys are not known. Pure.

import { type CallTree, createCallTree } from './call-tree.ts';
import type { Catalogue } from './catalogue.ts';
import type { Definition } from './definition.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { callDepthLimit } from './node-outcomes.ts';
import type { ResolvedNode, ResolvedNodes } from './resolved-node.ts';
import type { JourneyMap } from './sub-journey.ts';
import { suggest } from './suggestion.ts';

export interface CallContext {
  readonly journey: string;
  readonly catalogue: Catalogue;
  readonly journeys: JourneyMap | undefined;
  /** By journey, as far as they have been counted. */
  readonly errorCounts: Map<string, number>;
  /** How many errors a called journey has in itself. */
  readonly countErrors: (called: Definition) => number;
}

/** Issues of the nodes that start or await another journey. */
export function checkCalls(resolved: ResolvedNodes, context: CallContext): readonly Issue[] {
  const { journey, journeys, catalogue, errorCounts } = context;
  if (journeys === undefined) return [];
  const tree = createCallTree({ catalogue, journeys });
  const issues: Issue[] = [];
  for (const node of resolved.values()) {
    const { awaited, called } = calledBy(node);
    if (called === undefined) continue;
    const path: IssuePath = ['nodes', node.node, 'with', 'journey'];
    const definition = journeys.get(called);
    if (definition === undefined && called !== journey) {
      issues.push(createIssue('J313', { journey: called, ...suggest(called, journeys.keys()) }, { path }));
    }
    if (awaited === undefined) continue;
    const bad = checkChain([journey, called], tree, path);
    if (bad === undefined && definition !== undefined) {
      const count = errorCounts.get(called) ?? context.countErrors(definition);
      errorCounts.set(called, count);
      if (count > 0) issues.push(createIssue('J316', { journey: called, count }, { path }));
    }
    if (bad !== undefined) issues.push(bad);
  }
  return issues;
}

function calledBy({ type, config }: ResolvedNode): {
  awaited?: string | undefined;
  called?: string | undefined;
} {
  const awaited = type.inlines?.(config);
  return { awaited, called: awaited ?? type.startsJourney?.(config) };
}

function checkChain(
  [journey, called]: readonly [string, string],
  tree: CallTree,
  path: IssuePath,
): Issue | undefined {
  const { chain, isLoop } =
    called === journey ? { chain: [called], isLoop: true } : tree.follow(called, [journey]);
  const journeys = [journey, ...chain];
  if (isLoop) return createIssue('J314', { journeys }, { path });
  if (chain.length > callDepthLimit)
    return createIssue('J315', { journeys, limit: callDepthLimit }, { path });
  return undefined;
}
