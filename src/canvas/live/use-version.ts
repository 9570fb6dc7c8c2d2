// The published version that live mode draws: that of the run that is looked at, the one that was chosen, else the newest,
// also when that is published while it is looked at. It is shown instead of what is edited, which stays as it is.

import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from '../../client/client-errors.ts';
import { client } from '../api/client.ts';
import { journeyOf } from '../drafts/journey-of.ts';
import { readNewest } from '../drafts/read-newest.ts';
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

interface Wanted {
  /** Undefined: the newest. */
  readonly wanted: number | undefined;
  /** The newest, as far as it is known. */
  readonly newest: number | undefined;
}

/** What is not there yet, or could not be read, is asked for again. */
const againMs = 10_000;

export function useVersion(journey: string, { wanted, newest }: Wanted): Known {
  const [known, setKnown] = useState<Read>({ standing: 'loading', version: undefined });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const { standing, version } = known;
  const isHere = version !== undefined && version.version === (wanted ?? newest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when, not what.
  useEffect(() => {
    if (isHere) return;
    let isWanted = true;
    readVersion(journey, wanted).then(
      (version) =>
        isWanted && setKnown({ standing: version === undefined ? 'unpublished' : 'shown', version }),
      (error: unknown) => isWanted && setKnown((before) => afterFailure(error, before, wanted)),
    );
    return () => {
      isWanted = false;
    };
  }, [journey, wanted, isHere, turn]);
  useEffect(() => {
    if (standing !== 'unpublished' && standing !== 'failed') return;
    const timer = setInterval(again, againMs);
    return () => clearInterval(timer);
  }, [standing, again]);
  useEffect(() => useShownVersion.getState().show(version), [version]);
  useEffect(() => () => useShownVersion.getState().show(undefined), []);
  return { ...known, again };
}

/** The newest that is known stays until a newer one can be read; instead of a chosen one nothing else is shown. */
function afterFailure(error: unknown, { version }: Read, wanted: number | undefined): Read {
  if (error instanceof ProblemError && error.code === 'JOURNEY_UNKNOWN') {
    return { standing: 'unpublished', version: undefined };
  }
  return { standing: 'failed', version: wanted === undefined ? version : undefined };
}

/**
 * As its author wrote it: what stands on a line is told in the order in which it was edited, and steps that are as they are
 * edited stay the same objects, so that nothing is drawn anew.
 */
async function readVersion(id: string, wanted: number | undefined): Promise<LiveVersion | undefined> {
  const answer = await (wanted === undefined ? readNewest(id) : client.journey(id, wanted));
  if (answer === undefined) return undefined;
  const journey = share(useEditor.getState().history?.present, journeyOf(answer));
  return { version: answer.version, journey, check: await checkJourney(journey) };
}
