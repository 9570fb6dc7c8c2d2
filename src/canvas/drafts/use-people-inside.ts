// How many people are under way in a journey, all versions together.

import { useEffect, useState } from 'react';
import { client } from '../api/client.ts';

/** Undefined until it is known, or where nobody says. */
export function usePeopleInside(journey: string): number | undefined {
  const [inside, setInside] = useState<number>();
  useEffect(() => {
    let isWanted = true;
    client.counts(journey).then(
      ({ live }) => isWanted && setInside(live),
      // A number beside what is asked; without it, nothing is said.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [journey]);
  return inside;
}
