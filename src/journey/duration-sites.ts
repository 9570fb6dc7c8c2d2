// Where the durations of a value stand, as its schema says: so that each can be checked, whatever node type it belongs
// to. The schema is read once. Pure.

import { z } from 'zod';
import { durationPattern } from './fields.ts';
import type { IssuePath } from './issues.ts';
import { childrenOf, unwrap } from './known-fields.ts';

export interface DurationSite {
  readonly path: IssuePath;
  readonly text: string;
}

type Schema = z.core.$ZodType;
/** `*`: every element or member. */
type Pattern = readonly string[];

const any = '*';
/** Deeper configs are no configs of people; a schema may contain itself. */
const depthLimit = 5;
const patternsOf = new WeakMap<Schema, readonly Pattern[]>();

/** The durations that a value which fits the schema contains. */
export function findDurations(schema: Schema, value: unknown): readonly DurationSite[] {
  let patterns = patternsOf.get(schema);
  if (patterns === undefined) {
    patterns = findPatterns(schema, depthLimit);
    patternsOf.set(schema, patterns);
  }
  return patterns.flatMap((pattern) => follow(value, pattern, []));
}

function follow(value: unknown, [step, ...rest]: Pattern, path: IssuePath): readonly DurationSite[] {
  if (step === undefined) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return step === any ? value.flatMap((item, index) => follow(item, rest, [...path, index])) : [];
  }
  const members = step === any ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return members.flatMap((key) => follow((value as Record<string, unknown>)[key], rest, [...path, key]));
}

function findPatterns(schema: Schema, depth: number): readonly Pattern[] {
  if (isDuration(schema)) return [[]];
  if (depth === 0) return [];
  return unwrap(schema).flatMap((bare): readonly Pattern[] => {
    if (bare !== schema && isDuration(bare)) return [[]];
    const def = (bare as z.core.$ZodTypes)._zod.def;
    const steps =
      def.type === 'object'
        ? Object.keys(def.shape)
        : def.type === 'array' || def.type === 'record'
          ? [any]
          : [];
    return steps.flatMap((step) =>
      childrenOf(bare, step === any ? 0 : step)
        .flatMap((child) => findPatterns(child, depth - 1))
        .map((rest) => [step, ...rest]),
    );
  });
}

function isDuration(schema: Schema): boolean {
  if (z.globalRegistry.get(schema)?.['format'] === 'duration') return true;
  const def = (schema as z.core.$ZodTypes)._zod.def;
  const patterns = def.type === 'string' ? (schema as z.core.$ZodString)._zod.bag.patterns : undefined;
  return [...(patterns ?? [])].some((pattern) => String(pattern) === String(durationPattern));
}
