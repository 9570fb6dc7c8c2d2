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

/** Those durations of a value which fits the schema that `isWanted`. */
export function findDurations(
  schema: Schema,
  value: unknown,
  isWanted: (text: string) => boolean,
): readonly DurationSite[] {
  let patterns = patternsOf.get(schema);
  if (patterns === undefined) {
    patterns = unique(findPatterns(schema, depthLimit));
    patternsOf.set(schema, patterns);
  }
  const sites: DurationSite[] = [];
  const wanted = (text: string, path: IssuePath) => {
    if (isWanted(text)) sites.push({ path: [...path], text });
  };
  for (const pattern of patterns) follow(value, pattern, { path: [], wanted });
  return sites;
}

/** Alternatives of a union share fields. */
function unique(patterns: readonly Pattern[]): readonly Pattern[] {
  return [...new Map(patterns.map((pattern) => [JSON.stringify(pattern), pattern])).values()];
}

/** `path` is the way so far, in the steps of the pattern. */
function follow(
  value: unknown,
  pattern: Pattern,
  walk: { readonly path: (string | number)[]; readonly wanted: (text: string, path: IssuePath) => void },
): void {
  const step = pattern[walk.path.length];
  if (step === undefined) {
    if (typeof value === 'string') walk.wanted(value, walk.path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const into = (key: string | number) => {
    walk.path.push(key);
    follow((value as Record<string | number, unknown>)[key], pattern, walk);
    walk.path.pop();
  };
  if (step !== any) {
    if (!Array.isArray(value) && Object.hasOwn(value, step)) into(step);
  } else {
    for (const key in value) into(Array.isArray(value) ? Number(key) : key);
  }
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
