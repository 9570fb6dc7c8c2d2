// The field names that a zod schema knows at a place: for "did you mean". Pure.

import type { z } from 'zod';
import type { IssuePath } from './issues.ts';

type Schema = z.core.$ZodType;

/** Field names of the objects that the schema allows at `path`; empty where it allows none. */
export function findKnownFields(schema: Schema, path: IssuePath): readonly string[] {
  const candidates = findAlternatives(schema, path);
  return [...new Set(candidates.flatMap((candidate) => Object.keys(shapeOf(candidate) ?? {})))];
}

/** The schemas of which a value at `path` may be one. */
export function findAlternatives(schema: Schema, path: IssuePath): readonly Schema[] {
  let candidates = unwrap(schema);
  for (const step of path) candidates = candidates.flatMap((candidate) => childrenOf(candidate, step));
  return candidates;
}

/** The schemas behind optional, default, union and the like. */
export function unwrap(schema: Schema): readonly Schema[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrap(def.innerType);
    case 'union':
      return def.options.flatMap(unwrap);
    case 'pipe':
      return unwrap(def.in);
    case 'lazy':
      return unwrap(def.getter());
    default:
      return [schema];
  }
}

/** The schemas that a step leads to. */
export function childrenOf(schema: Schema, step: string | number): readonly Schema[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'array') return unwrap(def.element);
  if (def.type === 'record') return unwrap(def.valueType);
  const child = shapeOf(schema)?.[String(step)];
  return child === undefined ? [] : unwrap(child);
}

function shapeOf(schema: Schema): { readonly [field: string]: Schema } | undefined {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  return def.type === 'object' ? def.shape : undefined;
}
