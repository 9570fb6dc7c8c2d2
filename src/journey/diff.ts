// What changed between two definitions of a journey, in the words of the language: nodes, configs, edges, and the fields
// around them. What only people read (names and notes of nodes, canvas) is told apart. Pure data; prose is another file.

import type { Definition, DefinitionNode } from './definition.ts';
import { type RunningImpact, toImpact } from './diff-impact.ts';
import { diffValues, isEqual, type ValueChange } from './diff-values.ts';
import { outcomesOfNode } from './node-outcomes.ts';
import { type DiffContext, type NodePair, type NodeRename, pairNodes } from './node-pairs.ts';
import { exhaustedOutcome, findEdgeKey } from './outcome-match.ts';
import { resolveConfig } from './resolved-node.ts';

/** Nodes go by their id after the change, removed ones by that before. `outcome` is absent where `next` is one node. */
export type DefinitionChange =
  | { readonly kind: 'node-added' | 'node-removed'; readonly node: string; readonly type: string }
  | ({ readonly kind: 'node-renamed' } & NodeRename)
  | { readonly kind: 'type-changed'; readonly node: string; readonly before: string; readonly after: string }
  | ({ readonly kind: 'config-changed'; readonly node: string } & ValueChange)
  | ({ readonly kind: 'visits-changed'; readonly node: string } & ValueChange)
  | {
      readonly kind: 'edge-added' | 'edge-removed';
      readonly node: string;
      readonly outcome?: string;
      readonly target: string;
    }
  | {
      readonly kind: 'edge-moved';
      readonly node: string;
      readonly outcome?: string;
      readonly before: string;
      readonly after: string;
    }
  /** Entry, exit rules, policy, data, start, name or id of the journey. */
  | ({ readonly kind: 'field-changed' } & ValueChange);

export interface DefinitionDiff {
  /** No change of meaning; remarks may differ. */
  readonly same: boolean;
  readonly changes: readonly DefinitionChange[];
  /** Names and notes for people. */
  readonly remarks: readonly ValueChange[];
  /** What it means for people who are under way in the version before. */
  readonly running: RunningImpact;
}

/** Compares two definitions; defaults that one of them spells out are no change. */
export function diffDefinitions(before: Definition, after: Definition, context: DiffContext): DefinitionDiff {
  const { pairs, renames, newId } = pairNodes(before, after, context.catalogue);
  const kept = new Set(pairs.map(({ to }) => to));
  const changes: DefinitionChange[] = [
    ...fieldChanges(before, after, newId),
    ...renames.map((rename) => ({ kind: 'node-renamed', ...rename }) as const),
    ...nodesBeside(before, (id) => kept.has(newId(id))).map(
      (node) => ({ kind: 'node-removed', ...node }) as const,
    ),
    ...nodesBeside(after, (id) => kept.has(id)).map((node) => ({ kind: 'node-added', ...node }) as const),
    ...pairs.flatMap((pair) => nodeChanges(pair, { ...context, newId })),
  ];
  return {
    same: changes.length === 0,
    changes,
    remarks: remarkChanges(before, after, pairs),
    running: toImpact({ before, pairs }, context),
  };
}

function nodesBeside({ nodes }: Definition, isKept: (id: string) => boolean) {
  return Object.entries(nodes)
    .filter(([node]) => !isKept(node))
    .map(([node, { type }]) => ({ node, type }));
}

function fieldChanges(
  {
    nodes: _before,
    canvas: _canvas,
    $schema: _schema,
    note: _note,
    start,
    language = 1,
    ...before
  }: Definition,
  { nodes: _after, canvas: _place, $schema: _url, note: _remark, language: newer = 1, ...after }: Definition,
  newId: (id: string) => string,
): readonly DefinitionChange[] {
  const changes = diffValues({ ...before, start: newId(start), language }, { ...after, language: newer });
  return changes.map((change) => ({ kind: 'field-changed', ...change }));
}

interface NodeContext extends DiffContext {
  readonly newId: (id: string) => string;
}

function nodeChanges(pair: NodePair, context: NodeContext): readonly DefinitionChange[] {
  const { to: node, before, after } = pair;
  const changes: DefinitionChange[] = [];
  if (before.type !== after.type) {
    changes.push({ kind: 'type-changed', node, before: before.type, after: after.type });
  }
  for (const change of diffValues(configOf(before, context), configOf(after, context))) {
    changes.push({ kind: 'config-changed', node, ...change });
  }
  for (const change of diffValues(before.maxVisits, after.maxVisits)) {
    changes.push({ kind: 'visits-changed', node, ...change });
  }
  return [...changes, ...edgeChanges(pair, context)];
}

/** As its type sees it: upgraded, defaults filled in; as written where it doesn't fit. */
function configOf(source: DefinitionNode, { catalogue }: DiffContext): unknown {
  const resolved = resolveConfig(source, catalogue.get(source.type));
  return resolved === undefined ? (source.with ?? {}) : resolved.config;
}

function edgeChanges(
  { to: node, before, after }: NodePair,
  context: NodeContext,
): readonly DefinitionChange[] {
  const routes = routesOf(before, context);
  const moved =
    routes && new Map([...routes].map(([word, target]) => [word, target && context.newId(target)]));
  const isSameWay = moved !== undefined && isEqual([...moved], [...(routesOf(after, context) ?? [])]);
  if (isSameWay) return [];
  const [old, young] = [writtenEdges(before), writtenEdges(after)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key): DefinitionChange[] => {
    const place = { node, ...(key !== everyOutcome && { outcome: key }) };
    const was = old.get(key);
    const [from, to] = [was === undefined ? undefined : context.newId(was), young.get(key)];
    if (from === to) return [];
    if (from === undefined) return to === undefined ? [] : [{ kind: 'edge-added', ...place, target: to }];
    if (to === undefined) return [{ kind: 'edge-removed', ...place, target: from }];
    return [{ kind: 'edge-moved', ...place, before: from, after: to }];
  });
}

/** Stands for the key where `next` is one node; no outcome is empty. */
const everyOutcome = '';

function writtenEdges({ next }: DefinitionNode): ReadonlyMap<string, string> {
  if (next === undefined) return new Map();
  return typeof next === 'string' ? new Map([[everyOutcome, next]]) : new Map(Object.entries(next));
}

/** Where each outcome leads, sorted by outcome; undefined where the node's config doesn't fit its type. */
function routesOf(source: DefinitionNode, context: DiffContext): Map<string, string | undefined> | undefined {
  const resolved = resolveConfig(source, context.catalogue.get(source.type));
  if (resolved === undefined) return undefined;
  const { all, successes } = outcomesOfNode(source, resolved, context);
  const { next } = source;
  const targetOf = (word: string): string | undefined => {
    if (next === undefined) return undefined;
    if (typeof next === 'string') return word === exhaustedOutcome ? undefined : next;
    return next[findEdgeKey(Object.keys(next), word, successes) ?? everyOutcome];
  };
  return new Map([...all].sort().map((word) => [word, targetOf(word)]));
}

function remarkChanges(
  before: Definition,
  after: Definition,
  pairs: readonly NodePair[],
): readonly ValueChange[] {
  const ofNode = ({ name, note }: DefinitionNode) => ({ name, note });
  return [
    ...diffValues(before.note, after.note, ['note']),
    ...pairs.flatMap((pair) => diffValues(ofNode(pair.before), ofNode(pair.after), ['nodes', pair.to])),
  ];
}
