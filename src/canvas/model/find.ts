// Finds steps by what stands in them: name, id, type, settings. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { nameOf } from '../text/name-of.ts';
import type { Journey, Step } from './journey.ts';

export interface FoundStep {
  readonly id: string;
  /** What it is called, in the reader's language. */
  readonly title: string;
  /** Where the words stand; the text itself is `text`. */
  readonly where: 'name' | 'id' | 'type' | 'note' | 'settings';
  readonly text: string;
}

/**
 * The best first, otherwise in the order of the journey. Every word has to stand in one text; case doesn't matter, and
 * Korean may be written by first consonants (`ㅂㅅㅇ` finds 봄 세일). All steps where the query is empty.
 *
 * @param titleOf a type's title
 */
export function findSteps(
  journey: Journey,
  query: string,
  {
    language,
    titleOf = () => undefined,
  }: {
    readonly language: Language;
    readonly titleOf?: (type: string) => LocalizedText | undefined;
  },
): readonly FoundStep[] {
  const wanted = toWords(query);
  return Object.entries(journey.nodes)
    .flatMap(([id, step]) => {
      const title = step.name === undefined ? id : nameOf(step.name, language);
      const texts = textsOf(id, step, titleOf(step.type));
      const found = texts.find((text) => wanted.every((word) => holds(text, word)));
      return found === undefined ? [] : [{ id, title, ...found }];
    })
    .sort((a, b) => ranks[a.where] - ranks[b.where] || startsWith(b, wanted) - startsWith(a, wanted));
}

/** Whether every word of a query stands in a title, in the same way. */
export function isFoundIn(title: string, query: string): boolean {
  return toWords(query).every((word) => holds({ text: title, where: 'name' }, word));
}

const ranks = { name: 0, id: 1, type: 2, note: 3, settings: 4 } as const;

type Text = Pick<FoundStep, 'where' | 'text'>;

function textsOf(id: string, step: Step, title: LocalizedText | undefined): readonly Text[] {
  const names =
    typeof step.name === 'object' ? Object.values(step.name) : step.name === undefined ? [] : [step.name];
  const types = [...(title === undefined ? [] : [title.en, title.ko]), step.type];
  return [
    ...names.map((text) => ({ where: 'name' as const, text })),
    { where: 'id', text: id },
    ...types.map((text) => ({ where: 'type' as const, text })),
    ...(step.note === undefined ? [] : [{ where: 'note' as const, text: step.note }]),
    ...stringsIn(step.with).map((text) => ({ where: 'settings' as const, text })),
  ];
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function toWords(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** First consonants are for what has a name: longer texts would hold nearly any. */
function holds({ text, where }: Text, word: string): boolean {
  if (fold(text).includes(word)) return true;
  return (where === 'name' || where === 'type') && isInitials(word) && toInitials(text).includes(word);
}

function startsWith({ text }: FoundStep, [first = '']: readonly string[]): number {
  return fold(text).startsWith(first) ? 1 : 0;
}

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Syllables that begin with the same consonant stand together. */
const syllablesPerInitial = 588;

function isInitials(word: string): boolean {
  return [...word].every((character) => initials.includes(character));
}

/** First consonants of the syllables, without what stands between them. */
function toInitials(text: string): string {
  return [...text.normalize('NFC')]
    .flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < firstSyllable || code > lastSyllable) return [];
      return [initials[Math.floor((code - firstSyllable) / syllablesPerInitial)] ?? ''];
    })
    .join('');
}
