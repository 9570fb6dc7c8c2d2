// Checks each node against its type: is the type known, does the config fit, do the edges fit its outcomes. Pure.

import type { Catalogue } from './catalogue.ts';
import { toShapeIssues } from './check-shape.ts';
import type { DefinitionNode } from './definition.ts';
import { createIssue, type Issue } from './issues.ts';
import { outcomesOfNode } from './node-outcomes.ts';
import { anyFailure, exhaustedOutcome, findEdgeKey, matchesPrefix } from './outcome-match.ts';
import type { ResolvedNode } from './resolved-node.ts';
import { safeParse } from './safe-parse.ts';
import { suggest } from './suggestion.ts';
import type { Surroundings } from './surroundings.ts';
import { upgradeConfig } from './upgrade.ts';

export interface NodeCheck {
  readonly issues: readonly Issue[];
  readonly resolved?: ResolvedNode;
}

/** What nodes are checked against. */
export interface NodeContext {
  readonly catalogue: Catalogue;
  readonly surroundings: Surroundings;
}

type CheckNode = (node: string, source: DefinitionNode) => NodeCheck;

/** Issues of one node by itself: a check for all nodes of a journey. */
export function createNodeCheck(against: NodeContext): CheckNode {
  const checkEdges = createEdgeCheck(against);
  return (node, source) => checkNode(node, source, { catalogue: against.catalogue, checkEdges });
}

function checkNode(
  node: string,
  source: DefinitionNode,
  { catalogue, checkEdges }: { readonly catalogue: Catalogue; readonly checkEdges: CheckEdges },
): NodeCheck {
  const type = catalogue.get(source.type);
  if (type === undefined) {
    const facts = { type: source.type, ...suggest(source.type, catalogue.keys()) };
    return { issues: [createIssue('J301', facts, { path: ['nodes', node, 'type'] })] };
  }
  if (source.version !== undefined && source.version > type.version) {
    const facts = { type: type.type, version: source.version, current: type.version };
    return { issues: [createIssue('J309', facts, { path: ['nodes', node, 'version'] })] };
  }
  const value = upgradeConfig(type, source.version, source.with ?? {});
  const parsed = safeParse(type.config, value);
  if (!parsed.success) {
    const shape = { schema: type.config, value, path: ['nodes', node, 'with'] };
    return { issues: toShapeIssues(parsed.error.issues, shape) };
  }
  const resolved: ResolvedNode = { node, source, type, config: parsed.data as never };
  return { issues: checkEdges(resolved), resolved };
}

type CheckEdges = (node: ResolvedNode) => readonly Issue[];

/** Messages have the same few lists of outcomes, and mostly the same few lists of edges: what is sound is remembered. */
function createEdgeCheck(against: NodeContext): CheckEdges {
  const sound = new Map<
    readonly string[],
    { readonly successes: readonly string[]; readonly edges: Set<string> }
  >();
  return (node) => {
    const { type, config, source } = node;
    if (type.message === undefined || typeof source.next !== 'object') return checkEdges(node, against);
    const [outcomes, successes] = [type.outcomes(config), type.successes(config)];
    const known = sound.get(outcomes) ?? { successes, edges: new Set() };
    if (known.successes !== successes) return checkEdges(node, against);
    const edges = JSON.stringify([source.maxVisits !== undefined, ...Object.keys(source.next)]);
    if (known.edges.has(edges)) return none;
    const issues = checkEdges(node, against);
    if (issues.length > 0) return issues;
    known.edges.add(edges);
    sound.set(outcomes, known);
    return none;
  };
}

const none: readonly Issue[] = [];

function checkEdges({ node, source, type, config }: ResolvedNode, against: NodeContext): readonly Issue[] {
  if (type.annotation === true) {
    if (source.next === undefined) return [];
    const place = { path: ['nodes', node, 'next'], anchor: { at: 'key' } } as const;
    return [createIssue('J312', { node, type: type.type }, place)];
  }
  if (type.terminal === true) {
    if (source.next === undefined) return [];
    return [
      createIssue(
        'J308',
        { node, type: type.type },
        { path: ['nodes', node, 'next'], anchor: { at: 'key' } },
      ),
    ];
  }
  if (typeof source.next === 'string') return [];
  const { all: declared, successes } = outcomesOfNode(source, { type, config }, against);
  const keys = Object.keys(source.next ?? {});
  const issues: Issue[] = [];
  for (const outcome of keys) {
    if (outcome === anyFailure || declared.some((word) => matchesPrefix(word, outcome))) continue;
    const facts = { outcome, type: type.type, ...suggest(outcome, withPrefixes(declared)) };
    issues.push(
      createIssue('J305', facts, { path: ['nodes', node, 'next', outcome], anchor: { at: 'key' } }),
    );
  }
  // A bounded cycle may well end the run.
  const unrouted = declared.filter(
    (word) => word !== exhaustedOutcome && findEdgeKey(keys, word, successes) === undefined,
  );
  if (unrouted.length > 0) {
    const place = { path: ['nodes', node, 'next'], anchor: { at: 'key' } } as const;
    issues.push(createIssue('J306', { node, outcomes: unrouted }, place));
  }
  return issues;
}

/** `limit.user` also offers `limit`. */
function withPrefixes(declared: readonly string[]): ReadonlySet<string> {
  return new Set(
    declared.flatMap((word) => {
      const segments = word.split('.');
      return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
    }),
  );
}
