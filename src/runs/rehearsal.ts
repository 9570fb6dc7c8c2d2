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

  async function listDues(personId: string): Promise<readonly DueRun[]> {
    const live = await listLiveRunsOf(store, personId);
    return Promise.all(live.map(async (run) => ({ ...run, due: await dueOf(runs, run.id) })));
  }

  /** Each up to an instant of the person's clock, epoch ms. */
  async function forward(dues: readonly DueRun[], untilOf: (run: DueRun) => number): Promise<void> {
    await Promise.all(
      dues.map((run) => fastForward(client, run.id, { until: untilOf(run) - run.clockBaseMs })),
    );
  }

  return {
    moveTo: (personId, atMs) => setOffset(personId, Math.round(atMs - Date.now())),

    async untilDue(personId, signal) {
      await settled(personId, signal);
      const dues = await listDues(personId);
      const waitMs = nextDue(dues) - Date.now() - (await offsetOf(personId));
      return Number.isFinite(waitMs) ? Math.max(1, Math.ceil(waitMs)) : undefined;
    },

    async advance(personId, durationMs, signal) {
      for (let left = durationMs; left > 0; ) {
        await settled(personId, signal);
        const dues = await listDues(personId);
        const offsetMs = await offsetOf(personId);
        const now = Date.now() + offsetMs;
        const step = Math.min(left, Math.ceil(nextDue(dues) - now));
        if (step <= 0) {
          // A run that is behind the person: by what the machine took, or by a skip that was cut off.
          await forward(dues, ({ due }) => Math.min(due, now));
        } else {
          if (step < shortestSkipMs) await delay(step);
          else {
            await setOffset(personId, offsetMs + step);
            await forward(dues, () => Date.now() + offsetMs + step);
          }
          left -= step;
        }
      }
      await settled(personId, signal);
    },
  };
}

interface DueRun {
  readonly id: string;
  readonly clockBaseMs: number;
  /** When it goes on by itself, by the person's clock; infinite where it waits for no instant. */
  readonly due: number;
}

function nextDue(dues: readonly DueRun[]): number {
  return Math.min(...dues.map(({ due }) => due));
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
