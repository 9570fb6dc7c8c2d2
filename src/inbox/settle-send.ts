// What new evidence does to a send whose row is locked: it settles what the run waits for, or is late, or is kept for
// the activity that is still to store its answer (DESIGN 7.3).

import { judgeEvidence, wasDelivered } from '../messaging/evidence.ts';
import { type AwaitableWord, failureOutcomes, type MessageOutcome } from '../messaging/outcomes.ts';
import { listAttempts, listEvidence, type Send, updateSend } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { RunSignal } from './run-signal.ts';

/** The signals owed to the run: one, when the send is settled by this. */
export async function settleSend(
  trx: StoreTransaction,
  send: Send,
  outcomeOf: (code: string) => MessageOutcome,
): Promise<RunSignal[]> {
  const evidence = await listEvidence(trx, send.id);
  if (send.state === 'settled') {
    const failed = (failureOutcomes as readonly string[]).includes(send.outcome ?? '');
    if (failed && !send.late && wasDelivered(evidence)) await updateSend(trx, send.id, { late: true });
    return [];
  }
  if (send.state === 'sending' || send.state === 'parked' || send.state === 'abandoned') return [];
  const attempts = await listAttempts(trx, send.id);
  const lastToken = attempts.at(-1)?.token ?? '';
  const verdict = judgeEvidence(evidence, send.awaits as AwaitableWord, { lastToken, outcomeOf });
  if (verdict === undefined) return [];
  const { outcome, code } = verdict;
  await updateSend(trx, send.id, { state: 'settled', outcome, code: code ?? null, attempted: true });
  const body = { send: send.id, outcome, ...(code === undefined ? {} : { code }) };
  return [{ runId: send.run_id, signal: 'evidence', body }];
}
