// The outcomes of a step that lead nowhere yet: what an author hopes for first; failures that `*` would catch are one, and
// a single one is called by its name (`timeout`). Pure.

import { anyFailure, findEdgeKey, isFailure } from '../../journey/outcome-match.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';
import { always, keysOf } from '../model/edges.ts';
import type { Step } from '../model/journey.ts';

/** Undefined where the checker has not seen the step. */
export function missingKeys(step: Step, outline: NodeOutline | undefined): readonly string[] | undefined {
  if (outline === undefined) return undefined;
  if (outline.terminal || outline.annotation || typeof step.next === 'string') return [];
  const { outcomes, successes } = outline;
  const known = keysOf(step);
  if (outcomes.length < 2) return known.length === 0 ? [always] : [];
  const missing = outcomes.filter((word) => findEdgeKey(known, word, successes) === undefined);
  const hoped = missing.filter((word) => successes.includes(word));
  const others = missing.filter((word) => !successes.includes(word));
  const failures = others.filter((word) => isFailure(word, successes));
  const keyOf = (word: string) => (failures.length > 1 && failures.includes(word) ? anyFailure : word);
  return [...new Set([...hoped, ...others.map(keyOf)])];
}
