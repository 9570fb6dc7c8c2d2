// The published version that live mode draws: that of the run that is looked at, the one that was chosen, else the newest.
// It is shown instead of what is edited, which stays as it is.

import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from '../../client/client-errors.ts';
import { client } from '../api/client.ts';
import { share } from '../model/share.ts';
import { useEditor } from '../state/editor.ts';
import { checkJourney } from '../state/follow-check.ts';
import { type ShownJourney, useShownVersion } from '../state/shown-journey.ts';

export interface LiveVersion extends ShownJourney {
  readonly version: number;
}

/** `unpublished`: there is none yet. `failed`: the server did not say. */
export type VersionStanding = 'loading' | 'shown' | 'unpublished' | 'failed';

interface Read {
  readonly standing: VersionStanding;
  readonly version: LiveVersion | undefined;
}

export interface Known extends Read {
  /** Reads it anew. */
  readonly again: () => void;
}

/** @param wanted undefined: the newest */
export function useVersion(journey: string, wanted: number | undefined): Known {
  const [known, setKnown] = useState<Read>({ standing: 'loading', version: undefined });
  const [turn, setTurn] = useState(0);
  const { version } = known;
  const isHere = wanted !== undefined && version?.version === wanted && version.journey?.id === journey;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when, not what.
  useEffect(() => {
    if (isHere) return;
    let isWanted = true;
    readVersion(journey, wanted).then(
      (version) => isWanted && setKnown({ standing: 'shown', version }),
      (error: unknown) => {
        const isUnpublished = error instanceof ProblemError && error.code === 'JOURNEY_UNKNOWN';
        if (isWanted) setKnown({ standing: isUnpublished ? 'unpublished' : 'failed', version: undefined });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [journey, wanted, isHere, turn]);
  useEffect(() => useShownVersion.getState().show(version), [version]);
  useEffect(() => () => useShownVersion.getState().show(undefined), []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...known, again };
}

/** Steps that are as they are edited stay the same objects: nothing is drawn anew. */
async function readVersion(id: string, wanted: number | undefined): Promise<LiveVersion> {
  const { definition, version } = await client.journey(id, wanted);
  const journey = share(useEditor.getState().history?.present, definition);
  return { version, journey, check: await checkJourney(journey) };
}
