// Which node of one definition is which of the other: by its id, or by doing the same under another id. Pure.

import { toCanonicalJson } from './canonical-json.ts';
import type { Catalogue } from './catalogue.ts';
import type { Definition, DefinitionNode } from './definition.ts';
import { isEqual } from './diff-values.ts';
import { resolveConfig } from './resolved-node.ts';
import type { Surroundings } from './surroundings.ts';

/** What two definitions are compared by. */
export interface DiffContext {
  readonly catalogue: Catalogue;
  /** Of the journey after the change. */
  readonly surroundings: Surroundings;
}

export interface NodeRename {
  /** Id before. */
  readonly from: string;
  /** Id after. */
  readonly to: string;
}

/** A node as it was and as it is. */
export interface NodePair extends NodeRename {
  readonly before: DefinitionNode;
  readonly after: DefinitionNode;
}

export interface NodePairs {
  readonly pairs: readonly NodePair[];
  readonly renames: readonly NodeRename[];
  /** The id after the change of a node before it. */
  readonly newId: (id: string) => string;
}

export function pairNodes(before: Definition, after: Definition, catalogue: Catalogue): NodePairs {
  const renames = findRenames(before, after, catalogue);
  const newIds = new Map(renames.map(({ from, to }) => [from, to]));
  const newId = (id: string) => newIds.get(id) ?? id;
  const pairs = Object.entries(before.nodes).flatMap(([from, node]) => {
    const to = newId(from);
    const twin = Object.hasOwn(after.nodes, to) ? after.nodes[to] : undefined;
    return twin === undefined ? [] : [{ from, to, before: node, after: twin }];
  });
  return { pairs, renames, newId };
}

/** Of several candidates the one with the same edges or name, else the first in the author's order. */
function findRenames(before: Definition, after: Definition, catalogue: Catalogue): readonly NodeRename[] {
  const candidates = new Map<string, string[]>();
  for (const [id, node] of Object.entries(after.nodes)) {
    if (Object.hasOwn(before.nodes, id)) continue;
    const deed = deedOf(node, catalogue);
    candidates.set(deed, [...(candidates.get(deed) ?? []), id]);
  }
  const renames: NodeRename[] = [];
  for (const [from, node] of Object.entries(before.nodes)) {
    if (Object.hasOwn(after.nodes, from)) continue;
    const same = candidates.get(deedOf(node, catalogue)) ?? [];
    const to = same.find((id) => isAlike(node, after.nodes[id])) ?? same[0];
    if (to === undefined) continue;
    same.splice(same.indexOf(to), 1);
    renames.push({ from, to });
  }
  return renames;
}

/** What a node does, as a text to compare: its type and config, not its edges. */
function deedOf(node: DefinitionNode, catalogue: Catalogue): string {
  const { config = node.with ?? {} } = resolveConfig(node, catalogue.get(node.type)) ?? {};
  return toCanonicalJson([node.type, config, node.maxVisits ?? null]);
}

function isAlike(node: DefinitionNode, other: DefinitionNode | undefined): boolean {
  if (other === undefined) return false;
  return isEqual(node.next, other.next) || (node.name !== undefined && isEqual(node.name, other.name));
}
