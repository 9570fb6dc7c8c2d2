// Starts owed for runs whose row a transaction has written: they go through the inbox, so that none is lost between the
// row and its workflow, and none waits for the sweep.

import { z } from 'zod';
import type { NewInboxItem } from '../store/inbox.ts';
import type { ApplyItem } from './apply-batch.ts';
import { shardOf } from './shard-of.ts';

const startPayload = z.object({ run: z.string() });

/** The item that starts this run; insert it in the transaction that writes the run's row. */
export function toStartItem(runId: string): NewInboxItem {
  return { key: `start:${runId}`, kind: 'start', shard: shardOf(runId), payload: { run: runId } };
}

/** Applier of `start` items: nothing to change, only to start. */
export const applyStart: ApplyItem = async (_trx, item) => {
  const { run } = startPayload.parse(item.payload);
  return [{ runId: run, signal: 'start' }];
};
