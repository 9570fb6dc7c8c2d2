// Mends what a crash or an operator left: rows whose workflow was never started are started, rows whose workflow
// was terminated, cancelled or failed are closed; what nobody asks for any more is forgotten. Any number of processes may sweep. Real time.

import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import type { Logger } from 'pino';
import { journeyWorkflow } from '../../workflows/messages.ts';
import { claimForPlaces } from '../store/contact-places.ts';
import { claimOverdueRuns } from '../store/overdue-sends.ts';
import { forgetContacts } from '../store/portfolios.ts';
import { closeRun, listLiveRunIds, listStartingRuns } from '../store/runs.ts';
import { abandonOrphanedSends } from '../store/sends.ts';
import { forgetSessions } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { forgetThrottleWindows } from '../store/throttle-windows.ts';
import type { Runs } from './create-runs.ts';
import { toRunId, toWorkflowId } from './start-payload.ts';
import { toTrouble } from './temporal-errors.ts';

export interface SweepOptions {
  readonly client: WorkflowClient;
  readonly store: Store;
  readonly runs: Pick<Runs, 'start' | 'signal'>;
  readonly log: Logger;
  /** A start this old was left behind; younger ones are under way. */
  readonly startAfterMs?: number;
  /** How far back closed workflows are looked at. */
  readonly lookBackMs?: number;
}

export interface Swept {
  readonly started: number;
  readonly closed: number;
  /** Sends whose run is over without having ended them. */
  readonly abandoned: number;
  /** Runs that waited at the gate beyond their time, or for a place that is free again. */
  readonly woken: number;
}

/** An activity that was at work when its run was terminated has stored its answer by then. */
const orphanedAfterMs = 60_000;

/** Periods last a day at most; an activity that is tried again after an outage asks for the one of its first try. */
const throttlesKeptMs = 7 * 86_400_000;

/** A portfolio's people are counted for a day (F§4.8). */
const contactsKeptMs = 2 * 86_400_000;

/** A timer that is this late will hardly come. */
const overdueMs = 60_000;

/** Outcome words of workflows that did not end by themselves; durable. */
const outcomes: { readonly [status: string]: string } = {
  TERMINATED: 'terminated',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
  TIMED_OUT: 'timed-out',
};

/** One pass. */
export async function sweepRuns(options: SweepOptions): Promise<Swept> {
  const started = await startLeftBehind(options);
  const closed = await closeEnded(options);
  const abandoned = await abandonOrphanedSends(options.store, orphanedAfterMs);
  const woken = (await wakeOverdue(options)) + (await offerPlaces(options));
  await forgetThrottleWindows(options.store, throttlesKeptMs);
  await forgetContacts(options.store, new Date(Date.now() - contactsKeptMs));
  await forgetSessions(options.store, new Date());
  return { started, closed, abandoned, woken };
}

/** Sweeps every `everyMs` until stopped; the first pass looks back a week, later ones ten minutes. */
export function createRunSweeper(options: SweepOptions & { readonly everyMs?: number }): {
  start(): void;
  stop(): Promise<void>;
} {
  const { log, everyMs = 5_000 } = options;
  const stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  const repeat = async () => {
    let lookBackMs = 7 * 86_400_000;
    while (!stopping.signal.aborted) {
      try {
        const swept = await sweepRuns({ ...options, lookBackMs });
        lookBackMs = 600_000;
        if (Object.values(swept).some((count) => count > 0)) log.info(swept, 'runs mended');
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'sweep interrupted');
      }
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  return {
    start() {
      loop = repeat();
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

async function startLeftBehind({ store, runs, startAfterMs = 5_000 }: SweepOptions): Promise<number> {
  const ids = await listStartingRuns(store, { olderThanMs: startAfterMs, limit: 200 });
  for (const id of ids) await runs.start(id);
  return ids.length;
}

/** Whoever frees something wakes the parked; this is for the wake or the timer that was lost (DESIGN 7.1). */
async function wakeOverdue({ store, runs }: SweepOptions): Promise<number> {
  const ids = await claimOverdueRuns(store, { overdueMs, limit: 200 });
  for (const runId of ids) {
    const requestId = `overdue:${runId}:${Date.now()}`;
    await runs.signal({ runId, signal: 'wake', bodies: [{ reason: 'overdue' }], requestId });
  }
  return ids.length;
}

/** Places of people that no message has reached; whoever comes by first takes one, these would never come by. */
async function offerPlaces({ store, runs }: SweepOptions): Promise<number> {
  const ids = await claimForPlaces(store, { restedMs: overdueMs });
  for (const runId of ids) {
    const requestId = `place:${runId}:${Date.now()}`;
    await runs.signal({ runId, signal: 'wake', bodies: [{ reason: 'place' }], requestId });
  }
  return ids.length;
}

/** A completed workflow has closed its row itself, so only the others are looked for. */
async function closeEnded({ client, store, lookBackMs = 600_000 }: SweepOptions): Promise<number> {
  const since = new Date(Date.now() - lookBackMs).toISOString();
  const query = `WorkflowType = '${journeyWorkflow}' AND ExecutionStatus IN ('Terminated', 'Canceled', 'Failed', 'TimedOut') AND CloseTime > '${since}'`;
  const ids = new Set<string>();
  for await (const { workflowId } of client.list({ query, pageSize: 500 })) {
    const id = toRunId(workflowId);
    if (id !== undefined) ids.add(id);
  }
  let closed = 0;
  for (const id of await listLiveRunIds(store, [...ids])) {
    const outcome = await findOutcome(client, id);
    if (outcome !== undefined && (await closeRun(store, id, outcome))) closed += 1;
  }
  return closed;
}

/** The newest execution decides: a reset terminates one and starts another under the same id. */
async function findOutcome(client: WorkflowClient, runId: string): Promise<string | undefined> {
  try {
    const { status } = await client.getHandle(toWorkflowId(runId)).describe();
    return outcomes[status.name];
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return undefined;
    if (toTrouble(error) === 'not-found') return undefined;
    throw error;
  }
}
