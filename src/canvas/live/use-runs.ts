// The runs of a query, a page at a time. What is shown is read again in place when the counts have changed.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunQuery, RunSummary } from '../../client/client.ts';
import { client } from '../api/client.ts';
import { share } from '../model/share.ts';

const pageLength = 50;
/** More are not read again in one go. */
const longestPage = 500;

interface Listed {
  /** What they are of. */
  readonly key: string;
  readonly runs: readonly RunSummary[];
  readonly next: string | undefined;
  readonly hasFailed: boolean;
}

const none: Listed = { key: '', runs: [], next: undefined, hasFailed: false };

export interface Runs extends Listed {
  readonly isLoading: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

/**
 * @param query undefined: nobody can be meant
 * @param changed another value whenever the runs may have changed
 */
export function useRuns(query: RunQuery | undefined, changed: unknown): Runs {
  const [listed, setListed] = useState(none);
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(query ?? null);
  const shown = useRef(0);
  shown.current = listed.key === key ? listed.runs.length : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` and `turn` say when, not what; `key` is the query.
  useEffect(() => {
    if (query === undefined) {
      setListed({ ...none, key });
      return;
    }
    let isWanted = true;
    const limit = Math.min(longestPage, Math.max(pageLength, shown.current));
    client.runs({ ...query, limit }).then(
      ({ runs, next }) =>
        isWanted && setListed((before) => ({ key, runs: share(before.runs, runs), next, hasFailed: false })),
      () =>
        isWanted &&
        setListed((before) => ({ ...(before.key === key ? before : { ...none, key }), hasFailed: true })),
    );
    return () => {
      isWanted = false;
    };
  }, [key, changed, turn]);
  const more = useCallback(async () => {
    if (query === undefined || listed.next === undefined) return;
    try {
      const { runs, next } = await client.runs({ ...query, cursor: listed.next, limit: pageLength });
      setListed((before) =>
        before.key === key && before.next === listed.next
          ? { ...before, runs: [...before.runs, ...runs], next }
          : before,
      );
    } catch {
      setListed((before) => ({ ...before, hasFailed: true }));
    }
  }, [query, key, listed.next]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const isLoading = listed.key !== key;
  return { ...(isLoading ? none : listed), isLoading, more, again };
}
