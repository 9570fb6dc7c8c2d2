// Brings documents of older versions of the language, and configs of older node type versions, to the current ones,
// step by step. Each step has a fixture in `test/journeys/old` that a test demands. Pure.

import type { AnyNodeType, Catalogue } from './catalogue.ts';
import { type Definition, languageVersion } from './definition.ts';

export type JsonDocument = { readonly [field: string]: unknown };

/** A language: its current version, and what turns a document of version n (key) into one of n+1. */
export interface LanguageHistory {
  readonly version: number;
  /** A step is given anything that says its version: what it does not understand it leaves to the checker. */
  readonly steps: { readonly [version: number]: (document: JsonDocument) => JsonDocument };
}

export const language: LanguageHistory = { version: languageVersion, steps: {} };

/** Versions that can be read. */
export const languageVersions: readonly number[] = listVersions(language);

export function isKnownLanguage(document: JsonDocument, history: LanguageHistory = language): boolean {
  const said = document['language'];
  return said === undefined || listVersions(history).some((version) => version === said);
}

/** The document in the current language. One that says no version is in the current one already. */
export function upgradeDocument(document: JsonDocument, history: LanguageHistory = language): JsonDocument {
  const said = document['language'];
  if (typeof said !== 'number') return document;
  let upgraded = document;
  for (let from = said; from < history.version; from += 1) {
    upgraded = { ...(history.steps[from]?.(upgraded) ?? upgraded), language: from + 1 };
  }
  return upgraded;
}

/** The versions from the oldest that a step leads on from to the current one. */
function listVersions({ version, steps }: LanguageHistory): number[] {
  const versions = [version];
  for (let from = version - 1; steps[from] !== undefined; from -= 1) versions.unshift(from);
  return versions;
}

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
 * The definition with its language and every node's version said. What is published without them means what they are
 * today; said, it goes on meaning that when language or type move on.
 */
export function stampVersions(definition: Definition, catalogue: Catalogue): Definition {
  const stamped = Object.entries(definition.nodes).map(([id, node]) => {
    const version = node.version ?? catalogue.get(node.type)?.version;
    return [id, version === undefined ? node : { ...node, version }];
  });
  return {
    ...definition,
    language: definition.language ?? languageVersion,
    nodes: Object.fromEntries(stamped),
  };
}

/**
 * The definition without the node versions that are the current ones: said or not, they mean the same. So what was
 * published and is published again unchanged has the hash of the text it came from.
 */
export function elideVersions(definition: Definition, catalogue: Catalogue): Definition {
  const nodes = Object.entries(definition.nodes).map(([id, node]) => {
    const { version, ...rest } = node;
    return [id, version === catalogue.get(node.type)?.version ? rest : node];
  });
  return { ...definition, nodes: Object.fromEntries(nodes) };
}
