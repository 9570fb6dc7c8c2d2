// Lets a person into the journeys that something starts, as far as their entries allow.

import type { Logger } from 'pino';
import type { JourneyVersion } from '../store/journeys.ts';
import type { StoreTransaction } from '../store/store.ts';
import { admitRun } from './admit-run.ts';
import type { Clock } from './clock.ts';
import type { RunStart } from './run-signal.ts';

export interface Entering {
  readonly personId: string;
  /** What `event` is in the journey. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The starts owed. An entry whose condition fails on this data lets nobody in, and the log says so. */
export async function enterJourneys(
  trx: StoreTransaction,
  versions: readonly JourneyVersion[],
  { personId, event, clock, log }: Entering,
): Promise<RunStart[]> {
  const starts: RunStart[] = [];
  for (const version of versions) {
    const admitted = await admitRun(trx, { version, personId, event, nowMs: clock.now() });
    if (admitted.admitted) starts.push({ runId: admitted.runId, signal: 'start' });
    else if (admitted.reason === 'expression') {
      log.warn({ journey: version.journeyId, code: admitted.expressionCode }, 'entry condition failed');
    }
  }
  return starts;
}
