// Brings stored configs of older node type versions to the current one, step by step. Pure.
// The definition's own language has one version so far; its steps will stand here too.

import type { AnyNodeType, Catalogue } from './catalogue.ts';
import type { Definition } from './definition.ts';

/**
 * The config as the current version of the type understands it.
 *
 * @param version the version it was written for; absent means the current one
 */
export function upgradeConfig(type: AnyNodeType, version: number | undefined, config: unknown): unknown {
  let upgraded = config;
  for (let from = version ?? type.version; from < type.version; from += 1) {
    const step = type.upgrade?.[from];
    if (step === undefined) return upgraded;
    upgraded = step(upgraded);
  }
  return upgraded;
}

/**
 * The definition with every node's version said. What is published without one means the types as they are today;
 * said, it goes on meaning that when a type moves on.
 */
export function stampVersions(definition: Definition, catalogue: Catalogue): Definition {
  const stamped = Object.entries(definition.nodes).map(([id, node]) => {
    const version = node.version ?? catalogue.get(node.type)?.version;
    return [id, version === undefined ? node : { ...node, version }];
  });
  return { ...definition, nodes: Object.fromEntries(stamped) };
}
