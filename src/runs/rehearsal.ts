// A rehearsed person's clock: one offset, shared by all their runs, which advance together in steps no longer than
// the next thing that is due (DESIGN 10.1). What a send or a wait sees is the same clock everywhere.

import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import { findPerson, storeClockOffset } from '../store/people.ts';
import { listLiveRunsOf } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import type { Runs } from './create-runs.ts';
import { fastForward, shortestSkipMs } from './fast-forward.ts';
import { RunNotRunningError } from './temporal-errors.ts';

export interface RehearsalOptions {
  readonly client: WorkflowClient;
  readonly store: Store;
  readonly runs: Pick<Runs, 'state'>;
  /** Told of every new offset, so that the emulator stamps webhooks with the person's time. */
  readonly onOffset: (personId: string, offsetMs: number) => Promise<void>;
  /** Resolves when nothing of this person is under way in the world: webhooks, inbox. Rejects where the signal ends it. */
  readonly settled: (personId: string, signal?: AbortSignal) => Promise<void>;
}

export interface Rehearsal {
  /** Sets the person's clock before any run starts. */
  moveTo(personId: string, atMs: number): Promise<void>;
  /** Lets time pass for the person, in milliseconds; the signal ends it between two steps. */
  advance(personId: string, durationMs: number, signal?: AbortSignal): Promise<void>;
  /** Milliseconds until the next timer of any of the person's live runs, once all is settled; undefined where none is set. */
  untilDue(personId: string, signal?: AbortSignal): Promise<number | undefined>;
}

export function createRehearsal(options: RehearsalOptions): Rehearsal {
  const { client, store, runs, onOffset, settled } = options;

  async function setOffset(personId: string, offsetMs: number): Promise<void> {
    await storeClockOffset(store, personId, offsetMs);
    await onOffset(personId, offsetMs);
  }

  async function offsetOf(personId: string): Promise<number> {
    return (await findPerson(store, personId))?.clockOffsetMs ?? 0;
  }

  /**
   * Time until the next timer of any of these runs, at least a millisecond. By the person's clock: a sleeping workflow's
   * own stands where it last did something.
   */
  async function untilNextDue(runIds: readonly string[], nowMs: number): Promise<number> {
    const dues = await Promise.all(runIds.map((id) => dueOf(runs, id)));
    return Math.max(1, Math.ceil(Math.min(...dues) - nowMs));
  }

  return {
    moveTo: (personId, atMs) => setOffset(personId, Math.round(atMs - Date.now())),

    async untilDue(personId, signal) {
      await settled(personId, signal);
      const live = await listLiveRunsOf(store, personId);
      const waitMs = await untilNextDue(live, Date.now() + (await offsetOf(personId)));
      return Number.isFinite(waitMs) ? waitMs : undefined;
    },

    async advance(personId, durationMs, signal) {
      for (let left = durationMs; left > 0; ) {
        await settled(personId, signal);
        const live = await listLiveRunsOf(store, personId);
        const offsetMs = await offsetOf(personId);
        const step = Math.min(left, await untilNextDue(live, Date.now() + offsetMs));
        if (step < shortestSkipMs) await delay(step);
        else {
          await setOffset(personId, offsetMs + step);
          await Promise.all(live.map((id) => fastForward(client, id, { durationMs: step })));
        }
        left -= step;
      }
      await settled(personId, signal);
    },
  };
}

async function dueOf(runs: Pick<Runs, 'state'>, runId: string): Promise<number> {
  try {
    const { due } = await runs.state(runId);
    return due ?? Number.POSITIVE_INFINITY;
  } catch (error) {
    if (error instanceof RunNotRunningError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
