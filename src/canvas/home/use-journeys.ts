// What the home screen lists: every journey that is published or drafted, with how many people are under way.

import { useCallback, useEffect, useState } from 'react';
import type { JourneySummary } from '../../client/client.ts';
import type { DraftSummary } from '../../client/draft-calls.ts';
import { client } from '../api/client.ts';

export interface ListedJourney {
  readonly id: string;
  readonly name: JourneySummary['name'];
  readonly published: JourneySummary | undefined;
  readonly draft: DraftSummary | undefined;
}

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

/** The one worked on last first. */
export function listJourneys(
  published: readonly JourneySummary[],
  drafts: readonly DraftSummary[],
): readonly ListedJourney[] {
  const ids = new Set([...published, ...drafts].map(({ id }) => id));
  return [...ids]
    .map((id): ListedJourney => {
      const [version, draft] = [published.find((one) => one.id === id), drafts.find((one) => one.id === id)];
      return { id, name: draft?.name ?? version?.name ?? id, published: version, draft };
    })
    .sort((a, b) => changedAt(b).localeCompare(changedAt(a)) || a.id.localeCompare(b.id));
}

function changedAt({ published, draft }: ListedJourney): string {
  return [published?.publishedAt ?? '', draft?.updatedAt ?? ''].sort().at(-1) ?? '';
}
