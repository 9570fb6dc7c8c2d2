// A message reached the person after its run had gone on without it (DESIGN 7.3): the send is marked, and the person's
// runs may hear of it as the event `message.late`, to take back what was to come instead. The event lies in the inbox,
// like those of the business.

import { type LateEventData, lateEvent } from '../journey/engine-events.ts';
import { insertInboxItems } from '../store/inbox.ts';
import { findRun } from '../store/runs.ts';
import { type Send, updateSend } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { toEventItem } from './event-item.ts';

/**
 * Marks it once; the send's row is locked.
 *
 * @param now real time, epoch ms
 */
export async function markLate(trx: StoreTransaction, send: Send, now: number): Promise<void> {
  if (send.late) return;
  await updateSend(trx, send.id, { late: true });
  const { id, run_id: runId, node, channel, person_id: personId } = send;
  const run = await findRun(trx, runId);
  if (run === undefined) return;
  const data: LateEventData = { node, journey: run.journeyId, run: runId, channel };
  const event = { personId, name: lateEvent, dedupeId: id, at: new Date(now), data: { ...data } };
  await insertInboxItems(trx, [toEventItem(event).item]);
}
