// What we don't know or need: counted under its field, never stored. Pure.

import type { IgnoredItem } from './items.ts';

/** Names of fields come from outside: a label has its bounds. */
const maxFieldLength = 64;

export function ignore(field: string): IgnoredItem {
  return { kind: 'ignored', field: field.slice(0, maxFieldLength) };
}
