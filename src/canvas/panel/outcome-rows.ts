// The outcomes of a step as rows: what each means, where it leads, and what leads it there. Pure.

import { anyFailure, findEdgeKey, matchesPrefix } from '../../journey/outcome-match.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';
import { always, keysOf, targetOf } from '../model/edges.ts';
import type { Step } from '../model/journey.ts';
import { type Meaning, meaningOf } from '../model/meaning.ts';

export interface OutcomeRow {
  /** An outcome, a prefix of outcomes, `*`, or `always`. */
  readonly key: string;
  readonly meaning: Exclude<Meaning, 'waiting'>;
  /** Where its own edge leads. */
  readonly target: string | undefined;
  /** The key whose edge it follows instead, and where that leads; undefined where the journey would end. */
  readonly follows: { readonly key: string; readonly target: string } | undefined;
  /** What the author waits for. */
  readonly isAwaited: boolean;
  /** The step never ends so. */
  readonly isOdd: boolean;
}

type Outline = Pick<NodeOutline, 'outcomes' | 'successes' | 'awaits' | 'isExact'>;

/** What is hoped for first, then failures with a prefix before its words, then the rest, then what the rest leaves out. */
export function outcomeRows(step: Step, outline: Outline): readonly OutcomeRow[] {
  const { outcomes, successes } = outline;
  const keys = keysOf(step);
  const hoped = outcomes.filter((word) => successes.includes(word));
  const others = outcomes.filter((word) => !successes.includes(word));
  const prefixes = keys.filter((key) => key !== always && key !== anyFailure && !outcomes.includes(key));
  const failures = others.flatMap((word, index) => [
    ...prefixes.filter((prefix) => isFirstOf(prefix, word, others.slice(0, index))),
    word,
  ]);
  const lost = prefixes.filter((prefix) => !others.some((word) => matchesPrefix(word, prefix)));
  const rest = others.length > 1 || keys.includes(anyFailure) ? [anyFailure] : [];
  return [...hoped, ...failures, ...rest, ...lost].map((key) =>
    toRow(key, step, { outline, isOdd: lost.includes(key) }),
  );
}

function isFirstOf(prefix: string, word: string, before: readonly string[]): boolean {
  return matchesPrefix(word, prefix) && !before.some((earlier) => matchesPrefix(earlier, prefix));
}

function toRow(
  key: string,
  step: Step,
  { outline, isOdd }: { readonly outline: Outline; readonly isOdd: boolean },
): OutcomeRow {
  const { successes, awaits, isExact } = outline;
  const target = targetOf(step, key);
  return {
    key,
    meaning: meaningOf(key, successes),
    target,
    follows: target === undefined ? followed(key, step, successes) : undefined,
    isAwaited: key === awaits,
    isOdd: isOdd && isExact,
  };
}

function followed(key: string, step: Step, successes: readonly string[]): OutcomeRow['follows'] {
  if (typeof step.next === 'string') return { key: always, target: step.next };
  const by = key === anyFailure ? undefined : findEdgeKey(keysOf(step), key, successes);
  const target = by === undefined ? undefined : targetOf(step, by);
  return by === undefined || target === undefined ? undefined : { key: by, target };
}
