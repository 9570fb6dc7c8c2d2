// What stands on an edge: its outcomes in few words, and how wide that will be. Pure.

import type { Language } from '../../journey/issue-prose.ts';
import { always } from '../model/edges.ts';
import { outcomeWords } from '../model/outcome-words.ts';

const shownKeys = 2;

/** `limit · silent +2`; empty where all outcomes go this way. */
export function shortLabel(keys: readonly string[], language: Language): string {
  const named = keys.filter((key) => key !== always);
  const words = named.slice(0, shownKeys).map((key) => outcomeWords(key)[language]);
  const more = named.length - words.length;
  return `${words.join(' · ')}${more > 0 ? ` +${more}` : ''}`;
}

/** All of them, for a tooltip or a screen reader. */
export function fullLabel(keys: readonly string[], language: Language): string {
  return keys.map((key) => outcomeWords(key)[language]).join(', ');
}

/** The longest label; the rest is cut off. */
export const maxLabelWidth = 208;
const padding = 20;
const wide = 10.5;
const narrow = 6.2;

/** Pixels at 100%, a little more than they will be. */
export function labelWidth(label: string): number {
  if (label === '') return 0;
  let width = padding;
  for (const character of label) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? wide : narrow;
  return Math.min(maxLabelWidth, Math.ceil(width));
}
