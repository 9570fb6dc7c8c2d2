// Nodes of inlined sub-journeys: `call/offer` is the node `offer` of the journey that the node `call` awaits. Pure.

import type { Catalogue } from './catalogue.ts';
import type { Definition, DefinitionNode } from './definition.ts';
import { callDepthLimit } from './node-outcomes.ts';
import type { JourneyPolicy } from './policy-schema.ts';
import { resolveConfig } from './resolved-node.ts';

/** Between the calling node and the node called; not allowed in node ids. */
export const callSeparator = '/';

/** The placed id of a node of the same journey: in a sub-journey both have its prefix. */
export function toNodeBeside(placed: string, node: string): string {
  return placed.slice(0, placed.lastIndexOf(callSeparator) + 1) + node;
}

/** A node with the journey it stands in. */
export interface PlacedNode {
  readonly definition: Definition;
  readonly node: DefinitionNode;
  /** What the ids of its journey's nodes begin with in this run: `call/`, or nothing. */
  readonly prefix: string;
  /** Its own journey's policy over that of the journeys around it. */
  readonly policy: JourneyPolicy;
}

export type JourneyMap = ReadonlyMap<string, Definition>;

/** Finds a node of a run by its full id; undefined where some part of it doesn't exist. */
export function findPlacedNode(
  root: Definition,
  id: string,
  { catalogue, journeys }: { readonly catalogue: Catalogue; readonly journeys: JourneyMap },
): PlacedNode | undefined {
  let definition = root;
  let policy: JourneyPolicy = root.policy ?? {};
  const steps = id.split(callSeparator);
  for (const [depth, step] of steps.entries()) {
    const node = Object.hasOwn(definition.nodes, step) ? definition.nodes[step] : undefined;
    if (node === undefined) return undefined;
    if (depth === steps.length - 1) {
      const prefix = steps.slice(0, -1).map((call) => call + callSeparator);
      return { definition, node, prefix: prefix.join(''), policy };
    }
    const called = journeys.get(findCalled(node, catalogue) ?? '');
    if (called === undefined) return undefined;
    definition = called;
    policy = { ...policy, ...called.policy };
  }
  return undefined;
}

/** The id of the journey that a node awaits. */
export function findCalled(node: DefinitionNode, catalogue: Catalogue): string | undefined {
  const type = catalogue.get(node.type);
  const resolved = type?.inlines === undefined ? undefined : resolveConfig(node, type);
  return resolved?.type.inlines?.(resolved.config);
}

/** Ids of the journeys that a definition awaits or starts. */
export function listNamed(definition: Definition, catalogue: Catalogue): readonly string[] {
  return Object.values(definition.nodes).flatMap((node) => {
    const type = catalogue.get(node.type);
    if (type?.inlines === undefined && type?.startsJourney === undefined) return [];
    const { config } = resolveConfig(node, type) ?? {};
    if (config === undefined) return [];
    return [type.inlines?.(config), type.startsJourney?.(config)].filter((id) => id !== undefined);
  });
}

/** All journeys that a definition awaits, the ones they await included: what a version has to keep with it. */
export function listCalled(definition: Definition, catalogue: Catalogue, journeys: JourneyMap): JourneyMap {
  const found = new Map<string, Definition>();
  const collect = (from: Definition, depth: number) => {
    if (depth > callDepthLimit) return;
    for (const node of Object.values(from.nodes)) {
      const id = findCalled(node, catalogue);
      const called = id === undefined ? undefined : journeys.get(id);
      if (id === undefined || called === undefined || found.has(id)) continue;
      found.set(id, called);
      collect(called, depth + 1);
    }
  };
  collect(definition, 1);
  return found;
}
