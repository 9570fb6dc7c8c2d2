// Lets time pass for a rehearsed person at somebody's request: as long as they say, or up to what is due next. One skip of
// a person at a time, and none without an end. Runs in the server of a stack whose Temporal can skip time.

import { listLiveRunsOf } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import type { Rehearsal } from './rehearsal.ts';

/**
 * `SKIP_RUNNING`: another one of this person is under way. `SKIP_NOTHING_DUE`: no live run waits for an instant.
 * `SKIP_UNFINISHED`: it takes too long; what has passed has passed.
 */
export class SkipError extends Error {
  override readonly name = 'SkipError';
  readonly code: 'SKIP_RUNNING' | 'SKIP_NOTHING_DUE' | 'SKIP_UNFINISHED';

  constructor(code: SkipError['code']) {
    super(code);
    this.code = code;
  }
}

export interface Skipper {
  /**
   * Lets time pass, in milliseconds; undefined: until the next thing is due in any live run of the person.
   *
   * @throws SkipError, RunsUnavailableError, TimeSkippingUnsupportedError
   */
  skip(personId: string, durationMs: number | undefined): Promise<void>;
}

export interface SkipperOptions {
  readonly store: Store;
  readonly rehearsal: Rehearsal;
  /** How long a skip may take, in milliseconds of real time. */
  readonly patienceMs?: number;
}

export function createSkipper({ store, rehearsal, patienceMs = 20_000 }: SkipperOptions): Skipper {
  const skipping = new Set<string>();

  async function pass(personId: string, durationMs: number | undefined, signal: AbortSignal): Promise<void> {
    if ((await listLiveRunsOf(store, personId)).length === 0) throw new SkipError('SKIP_NOTHING_DUE');
    const waitMs = durationMs ?? (await rehearsal.untilDue(personId, signal));
    if (waitMs === undefined) throw new SkipError('SKIP_NOTHING_DUE');
    await rehearsal.advance(personId, waitMs, signal);
  }

  return {
    async skip(personId, durationMs) {
      if (skipping.has(personId)) throw new SkipError('SKIP_RUNNING');
      skipping.add(personId);
      const signal = AbortSignal.timeout(patienceMs);
      // What hangs in a call keeps others out until it ends; who asked is told in time.
      const passed = pass(personId, durationMs, signal).finally(() => skipping.delete(personId));
      await Promise.race([passed, refuseAt(signal)]);
    },
  };
}

function refuseAt(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new SkipError('SKIP_UNFINISHED')), { once: true });
  });
}
