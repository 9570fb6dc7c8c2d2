// Wakes: a fact changed that could free runs parked at the gate (DESIGN 7.4). They go through the inbox so that
// none is lost between the change and the signal.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { NewInboxItem } from '../store/inbox.ts';
import { listRunsParkedBy } from '../store/sends.ts';
import type { Store } from '../store/store.ts';
import type { ApplyItem } from './apply-batch.ts';
import type { RunSignal } from './run-signal.ts';
import { shardOf } from './shard-of.ts';

/** An item is applied in one go, so it stays small. */
const runsPerItem = 500;

const wakePayload = z.object({ runs: z.array(z.string()), reason: z.string() });

/** The item that wakes these runs; insert it in the transaction that changes the fact, or after it. */
export function toWakeItem(runs: readonly string[], reason: string): NewInboxItem {
  return {
    key: `wake:${randomUUID()}`,
    kind: 'wake',
    shard: shardOf(runs[0] ?? reason),
    payload: { runs: [...runs], reason },
  };
}

/** As many items as so many runs need. */
export function toWakeItems(runs: readonly string[], reason: string): NewInboxItem[] {
  const chunks = Array.from({ length: Math.ceil(runs.length / runsPerItem) }, (_, index) =>
    runs.slice(index * runsPerItem, (index + 1) * runsPerItem),
  );
  return chunks.map((chunk) => toWakeItem(chunk, reason));
}

/** The items that wake every run whose message this policy holds: some fact that concerns all of them has changed. */
export async function toWakeItemsOf(store: Store, policy: string): Promise<NewInboxItem[]> {
  return toWakeItems(await listRunsParkedBy(store, policy), policy);
}

/** Applier of `wake` items: nothing to change, only to tell. */
export const applyWake: ApplyItem = async (_trx, item) => {
  const { runs, reason } = wakePayload.parse(item.payload);
  return toWakes(runs, reason);
};

/** What is owed to few runs that an item wakes by itself. */
export function toWakes(runs: readonly string[], reason: string): RunSignal[] {
  return runs.map((runId) => ({ runId, signal: 'wake', body: { reason } }));
}
