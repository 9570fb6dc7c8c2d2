// The outcomes of a step as lines of the list: those that lead somewhere, and those that could. Pure.

import { always, keysOf, targetOf } from '../model/edges.ts';
import { type Meaning, meaningOf } from '../model/meaning.ts';
import type { StepView } from '../model/step-view.ts';
import { missingKeys } from './missing-keys.ts';

export interface OutcomeRow {
  /** No step has such an id. */
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly meaning: Exclude<Meaning, 'waiting'>;
  readonly target: string | undefined;
}

const arrow = '→';

/** The step that a line of the list belongs to. @param id of the line */
export function stepOfRow(id: string): string {
  return id.split(arrow)[0] ?? id;
}

/** What an author hopes for, what has an edge, and what is missing one: failures that `*` would catch are one line. */
export function outcomeRows({ id, step, outline }: StepView): readonly OutcomeRow[] {
  if (outline?.terminal === true || outline?.annotation === true) return [];
  const successes = outline?.successes ?? [];
  const isSingle = typeof step.next === 'string' || (outline?.outcomes ?? []).length < 2;
  const keys = isSingle
    ? [always]
    : new Set([...successes, ...keysOf(step), ...(missingKeys(step, outline) ?? [])]);
  return [...keys].map((key) => ({
    id: `${id}${arrow}${key}`,
    source: id,
    key,
    meaning: key === always ? 'reached' : meaningOf(key, successes),
    target: targetOf(step, key),
  }));
}
