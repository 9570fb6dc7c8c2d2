// The published versions of a journey, a page at a time, and the journey that each of them is.

import { useCallback, useEffect, useState } from 'react';
import type { VersionSummary } from '../../client/draft-calls.ts';
import { client } from '../api/client.ts';
import type { Journey } from '../model/journey.ts';
import { journeyOf } from './journey-of.ts';

export interface Versions {
  /** Newest first; undefined until the first page is here. */
  readonly versions: readonly VersionSummary[] | undefined;
  readonly error: unknown;
  /** Reads the next page; undefined where there is none. */
  readonly more: (() => void) | undefined;
}

export function useVersions(id: string): Versions {
  const [versions, setVersions] = useState<readonly VersionSummary[]>();
  const [next, setNext] = useState<string>();
  const [error, setError] = useState<unknown>();
  const read = useCallback(
    (cursor?: string) => {
      client.versions(id, { cursor }).then((page) => {
        setVersions((before = []) => (cursor === undefined ? page.versions : [...before, ...page.versions]));
        setNext(page.next);
      }, setError);
    },
    [id],
  );
  useEffect(() => read(), [read]);
  return { versions, error, more: next === undefined ? undefined : () => read(next) };
}

/** Undefined until it is here. Versions never change: each is read once. */
export function useVersion(id: string, version: number | undefined) {
  const [read, setRead] = useState<ReadonlyMap<number, Journey>>(new Map());
  const [error, setError] = useState<unknown>();
  const isRead = version === undefined || read.has(version);
  useEffect(() => {
    if (isRead || version === undefined) return;
    let isWanted = true;
    client.journey(id, version).then(
      (answer) => {
        const journey = journeyOf(answer);
        if (isWanted) setRead((before) => new Map([...before, [version, journey]]));
      },
      (problem: unknown) => isWanted && setError(problem),
    );
    return () => {
      isWanted = false;
    };
  }, [id, version, isRead]);
  return { journey: version === undefined ? undefined : read.get(version), error };
}
