// `next` as the canvas draws it: one line for all outcomes of a step that lead to the same step and mean the same. Pure.

import type { Step } from './journey.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** Stands for all outcomes, where `next` is a single step. */
export const always = '';

export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Keys of `next`; `always` where it is a single step. */
  readonly keys: readonly string[];
  readonly meaning: Exclude<Meaning, 'waiting'>;
}

export function keysOf({ next }: Step): readonly string[] {
  if (next === undefined) return [];
  return typeof next === 'string' ? [always] : Object.keys(next);
}

export function targetOf({ next }: Step, key: string): string | undefined {
  if (next === undefined || typeof next === 'string') return key === always ? next : undefined;
  return Object.hasOwn(next, key) ? next[key] : undefined;
}

/** What falls back and what fails to the same step is one line: it fails only where it is the rest (`*`). */
export function edgesOf(source: string, step: Step, successes: readonly string[]): readonly DrawnEdge[] {
  const edges = new Map<
    string,
    { target: string; reached: boolean; keys: string[]; meanings: Set<string> }
  >();
  for (const key of keysOf(step)) {
    const target = targetOf(step, key);
    if (target === undefined) continue;
    const meaning = key === always ? 'reached' : meaningOf(key, successes);
    const reached = meaning === 'reached';
    const id = `${source}→${target}${reached ? '' : '!'}`;
    const edge = edges.get(id) ?? { target, reached, keys: [], meanings: new Set() };
    edge.keys.push(key);
    edge.meanings.add(meaning);
    edges.set(id, edge);
  }
  return [...edges].map(([id, { target, reached, keys, meanings }]) => ({
    id,
    source,
    target,
    keys,
    meaning: reached ? 'reached' : meanings.has('failed') ? 'failed' : 'fell',
  }));
}
