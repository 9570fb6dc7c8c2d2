// Listens to the counts of the journey, and to the run that is looked at.

import { useEffect } from 'react';
import type { RunAnswer } from '../../client/client.ts';
import { type CountsAnswer, streamPath } from '../../client/live-calls.ts';
import { followStream } from './follow-stream.ts';
import { useLive } from './state.ts';

/** @param version null: all of them; undefined: not known yet */
export function useCounts(journey: string, version: number | null | undefined): void {
  useEffect(() => {
    if (version === undefined) return;
    return followStream<CountsAnswer>(streamPath({ journey, version: version ?? undefined }), {
      event: 'counts',
      onBody: (counts) => useLive.setState({ counts }),
      onStanding: (countsStanding) => useLive.setState({ countsStanding }),
    });
  }, [journey, version]);
}

/** @param id undefined: none is looked at */
export function useRun(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return;
    const stop = followStream<RunAnswer>(streamPath({ run: id }), {
      event: 'run',
      onBody: (run) => useLive.setState({ run }),
      onStanding: (runStanding) => useLive.setState({ runStanding }),
    });
    return () => {
      stop();
      useLive.setState({ run: undefined });
    };
  }, [id]);
}
