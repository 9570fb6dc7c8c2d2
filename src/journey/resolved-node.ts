// A node with its type and its config as the type's code takes it: upgraded, parsed, defaults filled in. Parsed once
// per check and handed on to the compiler. Pure.

import type { AnyNodeType } from './catalogue.ts';
import type { DefinitionNode } from './definition.ts';
import { safeParse } from './safe-parse.ts';
import { upgradeConfig } from './upgrade.ts';

/** A type and what it makes of the config of a node: `config` is what the type's functions take. */
export interface TypedConfig<Type extends AnyNodeType = AnyNodeType> {
  readonly type: Type;
  /** A registry has forgotten its types' config types (`AnyNodeType`). */
  readonly config: never;
}

/** A node whose type is known and whose config fits. */
export interface ResolvedNode extends TypedConfig {
  readonly node: string;
  readonly source: DefinitionNode;
}

/** By id, in the order of the definition; nodes with issues of their own are not in it. */
export type ResolvedNodes = ReadonlyMap<string, ResolvedNode>;

/** The node, or undefined where its type is unknown or its config does not fit. */
export function resolveNode(
  node: string,
  source: DefinitionNode,
  type: AnyNodeType | undefined,
): ResolvedNode | undefined {
  const resolved = resolveConfig(source, type);
  return resolved && { node, source, ...resolved };
}

/** The same where nobody asks which node it is. */
export function resolveConfig<Type extends AnyNodeType>(
  source: DefinitionNode,
  type: Type | undefined,
): TypedConfig<Type> | undefined {
  const parsed = type && safeParse(type.config, upgradeConfig(type, source.version, source.with ?? {}));
  if (type === undefined || parsed?.success !== true) return undefined;
  return { type, config: parsed.data as never };
}
