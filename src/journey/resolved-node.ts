// A node with its type and its config as the type's code takes it: upgraded, parsed, defaults filled in. Parsed once
// per check and handed on to the compiler. Pure.

import type { AnyNodeType } from './catalogue.ts';
import type { DefinitionNode } from './definition.ts';
import { safeParse } from './safe-parse.ts';
import { upgradeConfig } from './upgrade.ts';

/** A node whose type is known and whose config fits. `config` is what the type's functions take. */
export interface ResolvedNode {
  readonly node: string;
  readonly source: DefinitionNode;
  readonly type: AnyNodeType;
  readonly config: never;
}

/** By id, in the order of the definition; nodes with issues of their own are not in it. */
export type ResolvedNodes = ReadonlyMap<string, ResolvedNode>;

/** The node, or undefined where its type is unknown or its config does not fit. */
export function resolveNode(
  node: string,
  source: DefinitionNode,
  type: AnyNodeType | undefined,
): ResolvedNode | undefined {
  const parsed = type && safeParse(type.config, upgradeConfig(type, source.version, source.with ?? {}));
  if (type === undefined || parsed?.success !== true) return undefined;
  return { node, source, type, config: parsed.data as never };
}
