// Whoever reads can keep what is shown as it is: what comes meanwhile is held, the newest of it only, and shown when they
// go on. Pure.

import type { RunAnswer } from '../../client/client.ts';
import type { CountsAnswer } from '../../client/live-calls.ts';

/** What a stream tells. */
export interface Told {
  readonly counts?: CountsAnswer;
  readonly run?: RunAnswer;
}

export interface Watched {
  readonly counts: CountsAnswer | undefined;
  readonly run: RunAnswer | undefined;
  readonly isPaused: boolean;
  /** What came while it was paused. */
  readonly held: Told;
}

/** What is shown for the first time is not kept from who asked for it. */
export function afterHearing(before: Watched, told: Told): Partial<Watched> {
  if (!before.isPaused) return told;
  const held = { ...before.held, ...told };
  return isOfShown(before, told) ? { held } : { ...told, held };
}

/** What was held of something else that was looked at meanwhile is over. */
export function afterPause({ counts, run, held }: Watched): Partial<Watched> {
  const shown = { counts, run };
  return {
    isPaused: false,
    held: {},
    ...(held.counts !== undefined && isOfShown(shown, { counts: held.counts })
      ? { counts: held.counts }
      : {}),
    ...(held.run !== undefined && isOfShown(shown, { run: held.run }) ? { run: held.run } : {}),
  };
}

function isOfShown(shown: Pick<Watched, 'counts' | 'run'>, { counts, run }: Told): boolean {
  const isCounted =
    counts === undefined || (shown.counts !== undefined && shown.counts.version === counts.version);
  return isCounted && (run === undefined || shown.run?.id === run.id);
}
