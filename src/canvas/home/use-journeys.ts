// What the home screen lists: every journey that is published or drafted, with how many people are under way.

import { useCallback, useEffect, useState } from 'react';
import { client } from '../api/client.ts';
import { type ListedJourney, listJourneys } from './list-journeys.ts';

export interface Journeys {
  /** The one worked on last first; undefined until they are here. */
  readonly journeys: readonly ListedJourney[] | undefined;
  readonly error: unknown;
  readonly read: () => void;
}

export function useJourneys(): Journeys {
  const [journeys, setJourneys] = useState<readonly ListedJourney[]>();
  const [error, setError] = useState<unknown>();
  const read = useCallback(() => {
    Promise.all([client.journeys(), client.drafts()]).then(([published, { drafts }]) => {
      setJourneys(listJourneys(published.journeys, drafts));
      setError(undefined);
    }, setError);
  }, []);
  useEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [read]);
  return { journeys, error, read };
}
