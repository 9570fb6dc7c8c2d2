// What new evidence does to a send whose row is locked: it settles what the run waits for, or is late, or is kept for
// the activity that is still to store its answer (DESIGN 7.3).

import type { Failure } from '../messaging/delivery.ts';
import { judgeEvidence, type Verdict, wasDelivered } from '../messaging/evidence.ts';
import { type AwaitableWord, failureOutcomes } from '../messaging/outcomes.ts';
import { isWorthAnother } from '../messaging/retry.ts';
import {
  type Attempt,
  listAttempts,
  listEvidence,
  type Send,
  updateAttempt,
  updateSend,
} from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { markLate } from './mark-late.ts';
import type { RunSignal } from './run-signal.ts';

export interface Settling {
  readonly failureOf: (code: string) => Failure;
  /** Real time, epoch ms. */
  readonly now: number;
}

/** The signals owed to the run: one, when the send is settled by this, or is to be tried once more. */
export async function settleSend(
  trx: StoreTransaction,
  send: Send,
  { failureOf, now }: Settling,
): Promise<RunSignal[]> {
  const evidence = await listEvidence(trx, send.id);
  if (send.state === 'settled') {
    const failed = (failureOutcomes as readonly string[]).includes(send.outcome ?? '');
    if (failed && wasDelivered(evidence)) await markLate(trx, send, now);
    return [];
  }
  if (send.state === 'sending' || send.state === 'abandoned') return [];
  const last = (await listAttempts(trx, send.id)).at(-1);
  const verdict = judgeEvidence(evidence, send.awaits as AwaitableWord, {
    lastToken: last?.token ?? '',
    outcomeOf: (code) => failureOf(code).outcome,
  });
  if (verdict === undefined || last === undefined) return [];
  if (send.state === 'parked') return settleParked(trx, send, verdict);
  const { outcome, code } = verdict;
  if (code !== undefined && isWorthAnother(failureOf(code), last.number))
    return tryAgain(trx, send, { last, code });
  await updateSend(trx, send.id, { state: 'settled', outcome, code: code ?? null, attempted: true });
  const body = { send: send.id, outcome, ...(code === undefined ? {} : { code }) };
  return [{ runId: send.run_id, signal: 'evidence', body }];
}

/** Refused after it was taken: the run asks the gate, and sends once more where that allows it. Told once. */
async function tryAgain(
  trx: StoreTransaction,
  send: Send,
  { last, code }: { readonly last: Attempt; readonly code: string },
): Promise<RunSignal[]> {
  if (last.state === 'refused') return [];
  await updateAttempt(trx, last.token, { state: 'refused', code });
  return [{ runId: send.run_id, signal: 'wake', body: { reason: 'attempt-failed' } }];
}

/** What waits at the gate for another attempt needs none where the one before arrived after all. */
async function settleParked(trx: StoreTransaction, send: Send, { outcome }: Verdict): Promise<RunSignal[]> {
  if (outcome !== send.awaits) return [];
  await updateSend(trx, send.id, { state: 'settled', outcome, code: null, attempted: true });
  return [{ runId: send.run_id, signal: 'wake', body: { reason: 'attempt-arrived' } }];
}
