// What changed between two journeys, asked of the worker while something shows it.

import { useEffect, useState } from 'react';
import type { Journey } from '../model/journey.ts';
import { ask } from '../worker/ask.ts';
import type { JourneyDiff } from './diff-journeys.ts';

/** Undefined until it is there. */
export function useDiff(before: Journey | undefined, after: Journey | undefined): JourneyDiff | undefined {
  const [diff, setDiff] = useState<JourneyDiff>();
  useEffect(() => {
    setDiff(undefined);
    if (before === undefined || after === undefined) return;
    let isWanted = true;
    ask('diff', { before, after }).then((answer) => isWanted && setDiff(answer));
    return () => {
      isWanted = false;
    };
  }, [before, after]);
  return diff;
}
