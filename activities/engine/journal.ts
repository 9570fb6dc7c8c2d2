// Writes the run's journal: entered nodes, outcomes, reasons, and the run's end. Idempotent: entries may come twice
// and in pieces, a settled one never becomes unsettled again.

import { sql } from 'kysely';
import { markLate } from '../../src/inbox/mark-late.ts';
import type { JournalEntry } from '../../src/machine/machine.ts';
import { wasDelivered } from '../../src/messaging/evidence.ts';
import { closeRun } from '../../src/store/runs.ts';
import { listEvidence, lockSend, type Send, updateSend } from '../../src/store/sends.ts';
import type { Store, StoreTransaction } from '../../src/store/store.ts';
import type { JournalInput } from '../../workflows/messages.ts';

export async function writeJournal(store: Store, { run, entries, closed }: JournalInput): Promise<void> {
  if (entries.length === 0 && closed === undefined) return;
  await store.transaction().execute(async (trx) => {
    for (const entry of entries) await writeEntry(trx, run, entry);
    if (closed !== undefined) await closeRun(trx, run, closed.outcome);
  });
}

/** The node in hand, told by its first send: a run that sleeps for evidence needs no activity to say where it is. */
export async function writeEntered(trx: StoreTransaction, send: Send, enteredAt: Date): Promise<void> {
  await trx
    .insertInto('run_step')
    .values({
      run_id: send.run_id,
      node: send.node,
      visit: send.visit,
      entered_at: enteredAt,
      send_id: send.id,
    })
    .onConflict((conflict) => conflict.columns(['run_id', 'node', 'visit']).doNothing())
    .execute();
}

async function writeEntry(trx: StoreTransaction, run: string, entry: JournalEntry): Promise<void> {
  const row = {
    outcome: entry.outcome ?? null,
    settled_at: entry.settled === undefined ? null : new Date(entry.settled),
    attempted: entry.attempted ?? null,
    code: entry.code ?? null,
    policy: entry.policy ?? null,
    send_id: entry.send ?? null,
  };
  await trx
    .insertInto('run_step')
    .values({
      run_id: run,
      node: entry.node,
      visit: entry.visit,
      entered_at: new Date(entry.entered),
      ...row,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['run_id', 'node', 'visit'])
        .doUpdateSet(row)
        .where(sql<boolean>`run_step.outcome is null`),
    )
    .execute();
  if (entry.send !== undefined && entry.outcome !== undefined)
    await closeSend(trx, entry.send, entry.outcome);
}

/** The run has left the node: its send is over too, whatever may still come as evidence. */
async function closeSend(trx: StoreTransaction, sendId: string, outcome: string): Promise<void> {
  const send = await lockSend(trx, sendId);
  switch (send.state) {
    case 'abandoned':
      return;
    case 'settled':
      // Evidence won the race in the ledger, time in the run: what came is late.
      if (send.outcome !== outcome && wasDelivered(await listEvidence(trx, sendId))) {
        await markLate(trx, send, Date.now());
      }
      return;
    case 'parked':
      await updateSend(trx, sendId, { state: 'abandoned', due_at: null, parked_until: null });
      return;
    default: {
      // Delivered in time, but what was awaited didn't come: known then, so nothing that is told later.
      const late = wasDelivered(await listEvidence(trx, sendId)) && outcome === 'silent';
      await updateSend(trx, sendId, { state: 'settled', outcome, late });
    }
  }
}
