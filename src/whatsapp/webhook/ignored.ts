// What we don't know or need: counted under its field, never stored. Pure.

import type { IgnoredItem } from './items.ts';

export function ignore(field: string): IgnoredItem {
  return { kind: 'ignored', field };
}
