// What differs between two JSON values, leaf by leaf. Pure.

import { toCanonicalJson } from './canonical-json.ts';
import type { IssuePath } from './issues.ts';

/** A side is absent where the value is not there. */
export interface ValueChange {
  readonly path: IssuePath;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Changes below `path`, in the order of what was there before. Members that are undefined count as absent. */
export function diffValues(before: unknown, after: unknown, path: IssuePath = []): readonly ValueChange[] {
  if (isEqual(before, after)) return [];
  if (isList(before) && isList(after)) return diffLists(before, after, path);
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => diffValues(before[key], after[key], [...path, key]));
  }
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** Equal as JSON: the order of keys doesn't count. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return toCanonicalJson(a) === toCanonicalJson(b);
}

/** What is the same at both ends stays out, so that one item more is one change. Indices are those of the longer list. */
function diffLists(before: readonly unknown[], after: readonly unknown[], path: IssuePath) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isEqual(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const count = Math.max(before.length, after.length) - start - end;
  return Array.from({ length: count }, (_, index) => start + index).flatMap((at) =>
    diffValues(
      at < before.length - end ? before[at] : undefined,
      at < after.length - end ? after[at] : undefined,
      [...path, at],
    ),
  );
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
