// Which changes of a form are one step of undo: what is typed into one field, and the name of a row. Pure.

import type { IssuePath } from '../../journey/issues.ts';
import { valueAt } from '../model/set-in.ts';

/** @param whole what the form edits, before the change. Undefined: a step of its own */
export function burstOf(whole: unknown, path: IssuePath, value: unknown): string | undefined {
  const before = valueAt(whole, path);
  const isTyping = isText(value) || (isText(before) && value === undefined) || hasAsMany(before, value);
  return isTyping ? path.join('.') : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** A row was renamed: none was added or taken away. */
function hasAsMany(before: unknown, after: unknown): boolean {
  if (!isRecord(before) || !isRecord(after)) return false;
  return Object.keys(before).length === Object.keys(after).length;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
