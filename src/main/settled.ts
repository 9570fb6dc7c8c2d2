// When nothing is under way for a person: no webhook on its way, nothing due in the inbox, no run in the middle of
// an activity. Rehearsals and the demo let time pass only then.

import { setTimeout as delay } from 'node:timers/promises';
import type { CloudApiEmulator } from '../emulators/cloud-api/start-cloud-api.ts';
import type { Runs } from '../runs/create-runs.ts';
import { RunNotRunningError } from '../runs/temporal-errors.ts';
import { listLiveRunsOf } from '../store/runs.ts';
import type { Store } from '../store/store.ts';

export interface SettledDeps {
  readonly store: Store;
  readonly runs: Pick<Runs, 'state'>;
  readonly meta: Pick<CloudApiEmulator, 'idle'>;
}

/** Inside states in which a run does something by itself. */
const busyStates = new Set(['sending', 'acting', 'asking', '']);

const lookEveryMs = 20;

/** Resolves when the person's world has come to rest. */
export async function untilSettled({ store, runs, meta }: SettledDeps, personId: string): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await meta.idle();
    const isQuiet = !(await isInboxBusy(store)) && !(await isRunBusy(store, runs, personId));
    quiet = isQuiet ? quiet + 1 : 0;
    await delay(lookEveryMs);
  }
}

async function isInboxBusy(store: Store): Promise<boolean> {
  const row = await store
    .selectFrom('inbox')
    .select('id')
    .where('state', 'in', ['new', 'signal'])
    .where('kind', '<>', 'self-test')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function isRunBusy(store: Store, runs: Pick<Runs, 'state'>, personId: string): Promise<boolean> {
  for (const run of await listLiveRunsOf(store, personId)) {
    try {
      const { state, ended } = await runs.state(run);
      if (ended !== undefined || busyStates.has(state)) return true;
    } catch (error) {
      // Not started yet, or just closed: the row will say.
      if (error instanceof RunNotRunningError) return true;
      throw error;
    }
  }
  return false;
}
