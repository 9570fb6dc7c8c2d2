// Quick fixes for what expressions and texts read (J42x). Pure.

import { setJourney } from '../commands/set.ts';
import { valueAt } from '../set-in.ts';
import type { Fixers, IssuePlace, QuickFix } from './fixers.ts';
import { write } from './titles.ts';

export const dataFixes: Fixers = {
  J421: ({ name, suggestion }, place) => {
    const last = name.slice(name.lastIndexOf('.') + 1);
    return replaceWord(last, suggestion, place);
  },
  J422({ name }, { path, journey }) {
    const source = valueAt(journey, path);
    // A value has no use for a yes or no.
    if (path.at(-1) !== 'if' || typeof source !== 'string') return [];
    const asked = `has(${name})`;
    const title = { en: `Ask first: ${asked}`, ko: `먼저 확인하기: ${asked}` };
    return [{ title, command: setJourney(path, `${asked} && (${source})`) }];
  },
  J423: ({ word, suggestion }, place) => replaceWord(word, suggestion, place),
  J424: ({ event, suggestion }, place) => replaceEvent(event, suggestion, place),
};

/** The word in the source where it stands but once: else it is not clear which is meant. */
function replaceWord(
  word: string,
  suggestion: string | undefined,
  { path, journey }: IssuePlace,
): readonly QuickFix[] {
  const source = valueAt(journey, path);
  if (suggestion === undefined || typeof source !== 'string') return [];
  const places = findWord(source, word);
  const [at] = places;
  if (at === undefined || places.length > 1) return [];
  const corrected = source.slice(0, at) + suggestion + source.slice(at + word.length);
  return [{ title: write(suggestion), command: setJourney(path, corrected) }];
}

/** The issue of a step names the step only: the event is what its config holds by this very name. */
function replaceEvent(event: string, suggestion: string | undefined, place: IssuePlace): readonly QuickFix[] {
  const { path, journey } = place;
  const holder = valueAt(journey, path);
  if (suggestion === undefined) return [];
  if (typeof holder === 'string')
    return [{ title: write(suggestion), command: setJourney(path, suggestion) }];
  const inside = [...path, 'with'];
  const config = replaceText(valueAt(journey, inside), event, suggestion);
  return [{ title: write(suggestion), command: setJourney(inside, config) }];
}

function replaceText(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((item) => replaceText(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceText(item, from, to)]));
}

/** Where the word stands by itself. */
function findWord(source: string, word: string): readonly number[] {
  const places: number[] = [];
  for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + 1)) {
    const around = source.charAt(at - 1) + source.charAt(at + word.length);
    if (!/[\w-]/.test(around)) places.push(at);
  }
  return places;
}
