// Which types make sense at a place: in the middle of an edge, or at its open end. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { matchesPrefix } from '../../journey/outcome-match.ts';
import type { EdgeKeys } from './commands/connect.ts';
import { defaultOf } from './config-default.ts';
import { always } from './edges.ts';
import type { Step } from './journey.ts';
import { outlineOf } from './outline.ts';

/** An edge, or an outcome that leads nowhere yet: `target` is absent then. */
export interface Slot extends EdgeKeys {
  readonly target?: string;
}

/**
 * Not a note; nothing that ends the run before another step; and after a failure that would only come again (J521), no
 * message on the same channel. In the order of the catalogue.
 */
export function typesThatFit(
  nodeTypes: readonly NodeTypeAnswer[],
  slot: Slot,
  check: CheckAnswer | undefined,
): readonly NodeTypeAnswer[] {
  const spent = spentChannel(slot, check);
  return nodeTypes.filter(
    ({ annotation, terminal, channel }) =>
      !annotation && !(terminal && slot.target !== undefined) && (channel === null || channel !== spent),
  );
}

/**
 * The outcome that a new step goes on by: the evidence that it waits for, else the first that its type hopes for; `always`
 * where it has but one, or the author chooses the words.
 */
export function successOf(nodeType: NodeTypeAnswer, config: Step['with'] = {}): string {
  const words = nodeType.words ?? [];
  if (words.length < 2) return always;
  const awaited = config['await'] ?? defaultOf(nodeType, 'await');
  return words.find((word) => word === awaited) ?? words[0] ?? always;
}

function spentChannel({ source, keys }: Slot, check: CheckAnswer | undefined): string | null {
  const outline = outlineOf(check, source);
  if (outline === undefined) return null;
  const followed = (key: string) => outline.outcomes.filter((word) => matchesPrefix(word, key));
  const isInVain = (words: readonly string[]) =>
    words.length > 0 && words.every((word) => outline.inVain.includes(word));
  return keys.length > 0 && keys.every((key) => isInVain(followed(key))) ? outline.channel : null;
}
