// Places of a JSON value: what stands there, and another value there, sharing all that stays. Pure.

import type { IssuePath } from '../../journey/issues.ts';

/**
 * The same value comes back where nothing changes. Missing parents are made; a parent that is no container stays as it is.
 *
 * @param next undefined takes the place away; in a list, what follows moves up
 */
export function setIn(value: unknown, path: IssuePath, next: unknown): unknown {
  const [step, ...below] = path;
  if (step === undefined) return isEqual(value, next) ? value : next;
  if (value === undefined && next === undefined) return value;
  const parent = value ?? (typeof step === 'number' ? [] : {});
  if (typeof parent !== 'object') return value;
  const before = Object.hasOwn(parent, step) ? (parent as Record<string, unknown>)[step] : undefined;
  const after = setIn(before, below, next);
  if (after === before) return value;
  return Array.isArray(parent)
    ? setItem(parent, Number(step), after)
    : setMember(parent, String(step), after);
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(value: unknown, path: IssuePath): unknown {
  return path.reduce<unknown>((at, step) => {
    const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, step);
    return isThere ? Reflect.get(at, step) : undefined;
  }, value);
}

/** The object with another name for one of its keys, in its place. */
export function renameKey(value: unknown, from: string, to: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key === from ? to : key, member]));
}

function setItem(list: readonly unknown[], index: number, item: unknown): readonly unknown[] {
  if (item === undefined) return list.filter((_item, at) => at !== index);
  // Beyond the end means at the end: JSON knows no holes.
  return [...list.slice(0, index), item, ...list.slice(index + 1)];
}

function setMember(members: object, key: string, member: unknown): object {
  const entries = Object.entries(members);
  if (member === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(
    Object.hasOwn(members, key)
      ? entries.map(([name, old]) => [name, name === key ? member : old])
      : [...entries, [key, member]],
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
