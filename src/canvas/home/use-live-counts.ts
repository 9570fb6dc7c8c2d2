// How many people are under way in each of the journeys that are shown.

import { useEffect, useState } from 'react';
import { client } from '../api/client.ts';

/** More journeys than this are not asked about: a list is for finding, numbers stand on the canvas. */
const askedLimit = 30;

/** @param ids of published journeys */
export function useLiveCounts(ids: readonly string[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = ids.slice(0, askedLimit).join(' ');
  useEffect(() => {
    let isWanted = true;
    for (const id of asked.split(' ').filter((one) => one !== '')) {
      client.counts(id).then(
        ({ live }) => isWanted && setCounts((before) => new Map([...before, [id, live]])),
        // The list is worth as much without a number.
        () => {},
      );
    }
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return counts;
}
