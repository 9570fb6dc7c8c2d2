// Secrets that a journey names without knowing them: `{{ secrets.NAME }}`, in fields that go to other systems. Their
// values are the workers', which read them when the request is made. Pure.

import type { Catalogue, TextSite } from './catalogue.ts';
import type { Definition } from './definition.ts';
import { parseText } from './liquid.ts';
import { resolveConfig } from './resolved-node.ts';

/** The variable of texts. */
export const secretsVariable = 'secrets';

/** Names that can be environment variables. */
export const secretNamePattern = /^[A-Z][A-Z0-9_]{0,59}$/;

/** A secret as a text reads it. */
export interface SecretRead {
  /** Undefined where a text reads `secrets` as a whole, which the checker refuses. */
  readonly name: string | undefined;
  /** The text knows what to write where it is missing. */
  readonly isSafe: boolean;
}

/** The secrets that a text reads; none where it is no text. */
export function findSecretReads(source: string): readonly SecretRead[] {
  if (!source.includes(secretsVariable)) return [];
  const check = parseText(source);
  if (!check.ok) return [];
  return check.variables
    .filter(({ segments: [root] }) => root === secretsVariable)
    .map(({ segments: [, name], isSafe }) => ({ name: name === undefined ? name : String(name), isSafe }));
}

/** Names of the secrets that a journey can't do without, each once, in the order of its nodes. */
export function listSecretNames({ nodes }: Definition, catalogue: Catalogue): readonly string[] {
  const names = Object.values(nodes).flatMap((node) => {
    const type = catalogue.get(node.type);
    const resolved = type?.readsSecrets === true ? resolveConfig(node, type) : undefined;
    const sites: readonly TextSite[] = resolved?.type.texts?.(resolved.config) ?? [];
    return sites
      .flatMap(({ source }) => findSecretReads(source))
      .flatMap(({ name, isSafe }) => (name === undefined || isSafe ? [] : [name]));
  });
  return [...new Set(names)];
}
