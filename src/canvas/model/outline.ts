// What the checker says of a step, by its id: ids may be words that every object knows (`toString`). Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';

export function outlineOf(check: CheckAnswer | undefined, id: string): NodeOutline | undefined {
  return check !== undefined && Object.hasOwn(check.nodes, id) ? check.nodes[id] : undefined;
}

/** The outcomes that an author hopes for, by step; none while nothing is known. */
export function successesIn(check: CheckAnswer | undefined): (id: string) => readonly string[] {
  return (id) => outlineOf(check, id)?.successes ?? [];
}
