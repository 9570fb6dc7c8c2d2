// Brings stored configs of older node type versions to the current one, step by step. Pure.
// The definition's own language has one version so far; its steps will stand here too.

import type { AnyNodeType } from './catalogue.ts';

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
