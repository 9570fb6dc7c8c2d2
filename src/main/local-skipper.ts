// Skips time for rehearsed people of the local stack: the emulated Meta goes by their clocks too, also after a restart.

import type { WorkflowClient } from '@temporalio/client';
import type { CloudApiEmulator } from '../emulators/cloud-api/start-cloud-api.ts';
import type { Runs } from '../runs/create-runs.ts';
import { createRehearsal } from '../runs/rehearsal.ts';
import { createSkipper, type Skipper } from '../runs/skipper.ts';
import { findPerson, listRehearsedPhones } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { untilSettled } from './settled.ts';

export interface LocalSkipperDeps {
  readonly client: WorkflowClient;
  readonly store: Store;
  readonly runs: Runs;
  readonly meta: Pick<CloudApiEmulator, 'idle' | 'setClockOffset'>;
}

export async function openLocalSkipper(deps: LocalSkipperDeps): Promise<Skipper> {
  const { client, store, runs, meta } = deps;
  for (const { phone, clockOffsetMs } of await listRehearsedPhones(store)) {
    meta.setClockOffset(phone, clockOffsetMs);
  }
  const rehearsal = createRehearsal({
    client,
    store,
    runs,
    onOffset: async (personId, offsetMs) => {
      const phone = (await findPerson(store, personId))?.phone;
      if (phone != null) meta.setClockOffset(phone, offsetMs);
    },
    settled: (personId, signal) => untilSettled(deps, personId, signal),
  });
  return createSkipper({ store, rehearsal });
}
