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
  if (patterns.length === 0) return none;
  const walk: Walk = { path: [], isWanted, sites: [] };
  for (const pattern of patterns) follow(value, pattern, walk);
  return walk.sites;
}

/** Alternatives of a union share fields. */
function unique(patterns: readonly Pattern[]): readonly Pattern[] {
  return [...new Map(patterns.map((pattern) => [JSON.stringify(pattern), pattern])).values()];
}

const none: readonly DurationSite[] = [];

interface Walk {
  /** The way so far, in the steps of the pattern. */
  readonly path: (string | number)[];
  readonly isWanted: (text: string) => boolean;
  readonly sites: DurationSite[];
}

function follow(value: unknown, pattern: Pattern, walk: Walk): void {
  const step = pattern[walk.path.length];
  if (step === undefined) {
    if (typeof value === 'string' && walk.isWanted(value)) {
      walk.sites.push({ path: [...walk.path], text: value });
    }
  } else if (typeof value !== 'object' || value === null) {
    return;
  } else if (step !== any) {
    if (!Array.isArray(value) && Object.hasOwn(value, step)) followInto(value, step, [pattern, walk]);
  } else {
    for (const key in value) followInto(value, Array.isArray(value) ? Number(key) : key, [pattern, walk]);
  }
}

function followInto(value: object, key: string | number, [pattern, walk]: readonly [Pattern, Walk]): void {
  walk.path.push(key);
  follow((value as Record<string | number, unknown>)[key], pattern, walk);
  walk.path.pop();
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
