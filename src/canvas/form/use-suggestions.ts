// What is known of the words that a field of some kind can have: steps, events, numbers, journeys, topics, zones.

import { useCatalogue } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage } from '../text/use-text.ts';
import type { Choice } from '../ui/field.tsx';
import { eventsOf } from './known-names.ts';

/** Undefined for kinds of which nothing is known. */
export function useSuggestions(kind: string): readonly Choice[] | undefined {
  const language = useLanguage();
  const journey = useEditor(({ history }) => history?.present);
  const check = useEditor((state) => state.check);
  const surroundings = useCatalogue((state) => state.surroundings);
  if (journey === undefined) return undefined;
  switch (kind) {
    case 'node':
      return Object.entries(journey.nodes).map(([id, { name }]) => {
        const hint = name === undefined ? undefined : nameOf(name, language);
        return { id, label: id, ...(hint === undefined ? {} : { hint }) };
      });
    case 'event':
      return eventsOf(journey, check).map(toChoice);
    case 'topic':
      return [...new Set(['marketing', ...(journey.policy?.topics ?? [])])].map(toChoice);
    case 'sender':
      return (surroundings?.senders ?? []).map(toChoice);
    case 'journey':
      return Object.values(surroundings?.journeys ?? {}).map(({ id, name }) => ({
        id,
        label: id,
        hint: nameOf(name, language),
      }));
    case 'time-zone':
      return Intl.supportedValuesOf('timeZone').map(toChoice);
    default:
      return undefined;
  }
}

function toChoice(id: string): Choice {
  return { id, label: id };
}
