// The ready-made journeys, in the reader's language where there are two. Loaded when somebody looks at them.

import { readStoredDefinition } from '../../journey/read-definition.ts';
import type { Journey } from '../model/journey.ts';
import type { Language } from '../text/use-text.ts';

const files: Record<string, unknown> = import.meta.glob(
  ['../../gallery/*.json', '!../../gallery/*.journey-test.json', '!../../gallery/templates.json'],
  { eager: true, import: 'default' },
);

const english = '-en';

/** In the order of their ids. */
export function galleryFor(language: Language): readonly Journey[] {
  const journeys = Object.values(files).map(readStoredDefinition);
  const ids = new Set(journeys.map(({ id }) => id));
  return journeys.filter(({ id }) => {
    if (id.endsWith(english)) return language === 'en';
    return language === 'ko' || !ids.has(`${id}${english}`);
  });
}
