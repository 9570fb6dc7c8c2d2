// The journeys that one can go to: published ones and drafts, each once.

import { useEffect, useState } from 'react';
import { client } from '../api/client.ts';
import { nameOf } from '../text/name-of.ts';
import { type Language, useLanguage } from '../text/use-text.ts';

export interface JourneyTitle {
  readonly id: string;
  readonly title: string;
}

/** Empty until they are here, and where the server can't be reached. */
export function useJourneyTitles(isWanted: boolean): readonly JourneyTitle[] {
  const language = useLanguage();
  const [titles, setTitles] = useState<readonly JourneyTitle[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    readTitles(language).then(setTitles, () => setTitles([]));
  }, [isWanted, language]);
  return titles;
}

async function readTitles(language: Language): Promise<readonly JourneyTitle[]> {
  const [{ journeys }, { drafts }] = await Promise.all([client.journeys(), client.drafts()]);
  const titles = new Map<string, string>();
  // A draft has the newer name.
  for (const { id, name } of [...journeys, ...drafts])
    titles.set(id, name === null ? id : nameOf(name, language));
  return [...titles].map(([id, title]) => ({ id, title }));
}
