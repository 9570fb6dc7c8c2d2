// A step as the canvas shows it: its icon, its words, its chips. Made from the step and the checker's outline of it, and
// kept as long as neither changes. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { anyFailure } from '../../journey/outcome-match.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';
import { keysOf } from './edges.ts';
import type { Step } from './journey.ts';
import { type Meaning, meaningOf } from './meaning.ts';

export interface Chip {
  /** An outcome, a prefix of outcomes, or `*`. */
  readonly key: string;
  readonly meaning: Exclude<Meaning, 'waiting'>;
  readonly isRouted: boolean;
}

export interface StepView {
  readonly id: string;
  readonly step: Step;
  readonly outline: NodeOutline | undefined;
  readonly chips: readonly Chip[];
  /** Outcomes without a word of their own that `*` catches, or nothing does. */
  readonly rest: readonly string[];
  /** `rest` leads somewhere: all of it that is not `unresolved` or `exhausted`. */
  readonly isRestRouted: boolean;
}

const kept = new WeakMap<Step, StepView>();

export function viewOf(id: string, step: Step, outline: NodeOutline | undefined): StepView {
  const before = kept.get(step);
  if (before?.id === id && before.outline === outline) return before;
  const view = makeView(id, step, outline);
  kept.set(step, view);
  return view;
}

function makeView(id: string, step: Step, outline: NodeOutline | undefined): StepView {
  // Nothing follows an end or a note: there is nothing to draw an edge from.
  if (outline?.terminal === true || outline?.annotation === true) {
    return { id, step, outline, chips: [], rest: [], isRestRouted: true };
  }
  const successes = outline?.successes ?? [];
  const keys = keysOf(step).filter((key) => key !== '' && key !== '*');
  // As the type has them: a draft and its published version, whose texts may differ in order, look alike.
  const order = outline?.outcomes ?? [];
  const rankOf = (key: string) => {
    const at = order.findIndex((word) => word === key || word.startsWith(`${key}.`));
    return at === -1 ? order.length : at;
  };
  const ranked = keys.toSorted((one, other) => rankOf(one) - rankOf(other));
  const shown = [...new Set([...successes, ...ranked])];
  const chips = shown.map((key) => ({
    key,
    meaning: meaningOf(key, successes),
    isRouted: keys.includes(key) || typeof step.next === 'string',
  }));
  const rest = (outline?.outcomes ?? []).filter(
    (word) => !shown.some((key) => word === key || word.startsWith(`${key}.`)),
  );
  const isRestRouted = typeof step.next === 'string' || keysOf(step).includes(anyFailure);
  return { id, step, outline, chips, rest, isRestRouted };
}

/** What a step is, where its type is not known yet. */
export const unknownType: LocalizedText = { en: 'Unknown type', ko: '알 수 없는 종류' };
