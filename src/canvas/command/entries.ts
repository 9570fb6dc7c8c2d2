// The lines of the palette: what was used last, commands, steps and journeys, as far as they match. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { findSteps, isFoundIn } from '../model/find.ts';
import type { Journey } from '../model/journey.ts';
import type { Action } from '../state/command.ts';

export interface Entry {
  /** Unique in the palette. */
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  /** The first of its chords. */
  readonly chord?: string;
  readonly of:
    | { readonly kind: 'action'; readonly id: string }
    | { readonly kind: 'step'; readonly id: string }
    | { readonly kind: 'journey'; readonly id: string };
}

export interface Section {
  readonly id: 'recent' | 'commands' | 'steps' | 'journeys';
  readonly title: LocalizedText;
  readonly entries: readonly Entry[];
}

export interface Offered {
  readonly actions: readonly Action[];
  readonly journey: Journey | undefined;
  readonly journeys: readonly { readonly id: string; readonly title: string }[];
  /** Ids of actions, the newest first. */
  readonly recent: readonly string[];
  readonly typeTitleOf: (type: string) => LocalizedText | undefined;
}

interface Asked {
  readonly query: string;
  readonly language: Language;
  /** Only steps: the find bar. */
  readonly isFind: boolean;
}

const titles = {
  recent: { en: 'Recent', ko: '최근' },
  commands: { en: 'Commands', ko: '명령' },
  steps: { en: 'Steps', ko: '단계' },
  journeys: { en: 'Journeys', ko: '여정' },
} as const;

/** More are not shown: another word finds them. */
const shownSteps = 50;

/** Sections without lines are left out. */
export function sectionsOf(offered: Offered, { query, language, isFind }: Asked): readonly Section[] {
  const steps = toSection('steps', stepEntries(offered, query, language));
  if (isFind) return [steps].filter(({ entries }) => entries.length > 0);
  const { actions, recent, journeys } = offered;
  const usable = actions.filter(
    ({ isOnlyKeys, isEnabled }) => isOnlyKeys !== true && isEnabled?.() !== false,
  );
  const isEmpty = query.trim() === '';
  const newest = isEmpty ? recent.flatMap((id) => usable.find((action) => action.id === id) ?? []) : [];
  const others = usable.filter((action) => !newest.includes(action) && matches(action, query));
  const found = journeys.filter(({ id, title }) => isFoundIn(`${title} ${id}`, query));
  return [
    toSection(
      'recent',
      newest.map((action) => toEntry(action, language)),
    ),
    toSection(
      'commands',
      rank(others, query, language).map((action) => toEntry(action, language)),
    ),
    ...(isEmpty ? [] : [steps]),
    toSection('journeys', found.map(toJourneyEntry)),
  ].filter(({ entries }) => entries.length > 0);
}

function matches({ title, id }: Action, query: string): boolean {
  return isFoundIn(`${title.en} ${title.ko} ${id}`, query);
}

/** Those that begin so come first. */
function rank(actions: readonly Action[], query: string, language: Language): readonly Action[] {
  const begins = ({ title }: Action) => title[language].toLowerCase().startsWith(query.trim().toLowerCase());
  return [...actions.filter(begins), ...actions.filter((action) => !begins(action))];
}

function stepEntries({ journey, typeTitleOf }: Offered, query: string, language: Language): readonly Entry[] {
  if (journey === undefined) return [];
  return findSteps(journey, query, { language, titleOf: typeTitleOf })
    .slice(0, shownSteps)
    .map(({ id, title, where, text }) => ({
      id: `step ${id}`,
      title,
      hint: where === 'name' ? id : text,
      of: { kind: 'step', id },
    }));
}

function toEntry({ id, title, keys = [] }: Action, language: Language): Entry {
  const [chord] = keys;
  const entry: Entry = { id: `action ${id}`, title: title[language], of: { kind: 'action', id } };
  return chord === undefined ? entry : { ...entry, chord };
}

function toJourneyEntry({ id, title }: { readonly id: string; readonly title: string }): Entry {
  return { id: `journey ${id}`, title, hint: id, of: { kind: 'journey', id } };
}

function toSection(id: Section['id'], entries: readonly Entry[]): Section {
  return { id, title: titles[id], entries };
}
