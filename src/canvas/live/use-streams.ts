// Listens to the counts of the journey, and to the run that is looked at.

import { useEffect } from 'react';
import type { RunAnswer } from '../../client/client.ts';
import { ProblemError } from '../../client/client-errors.ts';
import { type CountsAnswer, streamPath } from '../../client/live-calls.ts';
import { client } from '../api/client.ts';
import { followStream } from './follow-stream.ts';
import { hear, leaveLive, useLive } from './state.ts';

/** @param version null: all of them; undefined: not known yet */
export function useCounts(journey: string, version: number | null | undefined): void {
  useEffect(() => leaveLive, []);
  useEffect(() => {
    if (version === undefined) return;
    return followStream<CountsAnswer>(streamPath({ journey, version: version ?? undefined }), {
      event: 'counts',
      onBody: (counts) => hear({ counts }),
      onStanding: (countsStanding) => useLive.setState({ countsStanding }),
      onLoss: askForSession,
    });
  }, [journey, version]);
}

/** @param run its id; undefined: none is looked at */
export function useRun(run: string | undefined): void {
  useEffect(() => {
    if (run === undefined) return;
    let isWanted = true;
    const stop = followStream<RunAnswer>(streamPath({ run }), {
      event: 'run',
      onBody: (told) => hear({ run: told }),
      onStanding: (runStanding) => {
        useLive.setState({ runStanding });
        if (runStanding === 'lost' && useLive.getState().run === undefined) void stopWhereUnknown();
      },
      onLoss: askForSession,
    });
    /** A stream does not say why it can't be opened. */
    async function stopWhereUnknown(): Promise<void> {
      if (run === undefined || !(await isUnknown(run)) || !isWanted) return;
      stop();
      useLive.setState({ runStanding: 'unknown' });
    }
    return () => {
      isWanted = false;
      stop();
      useLive.setState({ run: undefined });
    };
  }, [run]);
}

/** Perhaps it is the session that has ended: the client tells the page. */
function askForSession(): void {
  client.session().catch(() => undefined);
}

async function isUnknown(run: string): Promise<boolean> {
  try {
    await client.run(run);
    return false;
  } catch (error) {
    return error instanceof ProblemError && error.code === 'RUN_UNKNOWN';
  }
}
