// What a re-execution finds in the ledger: a result, a wait that goes on, or an attempt whose end nobody saw.
// An attempt found in flight was cut off (its worker died): it is unknown, never repeated blindly (DESIGN 7.2).

import { addDuration } from '../../src/journey/duration.ts';
import type { ActivityAnswer, SendInHand } from '../../src/machine/vocabulary.ts';
import { type Evidence, isUnderWay, judgeEvidence, wasAccepted } from '../../src/messaging/evidence.ts';
import type { AwaitableWord } from '../../src/messaging/outcomes.ts';
import { isWorthAnother } from '../../src/messaging/retry.ts';
import { unknownCheckMs } from '../../src/messaging/send-waits.ts';
import { judgeUnknown, planForUnknown } from '../../src/messaging/unknown-outcome.ts';
import { listeningMs, webhookEar } from '../../src/store/ears.ts';
import {
  type Attempt,
  listAttempts,
  listEvidence,
  type Send,
  updateAttempt,
  updateSend,
} from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { failureOfCode } from '../../src/whatsapp/errors.ts';
import { isPausedInUs } from '../../src/whatsapp/us-pause.ts';
import type { Sending } from './sending.ts';

/** The answer for what was done before, or undefined where the gate has to be asked (again). */
export async function recallSend(
  trx: StoreTransaction,
  sending: Sending,
  send: Send,
): Promise<ActivityAnswer | undefined> {
  if (send.state === 'settled' && send.outcome !== null) return settledAnswer(send);
  if (send.state === 'settled' || (send.state === 'parked' && !send.attempted)) return undefined;
  // Abandoned with an open attempt: the run was terminated, then reset. It may have been sent all the same.
  const attempts = await listAttempts(trx, send.id);
  const last = attempts.at(-1);
  if (last === undefined) return undefined;
  if (last.state === 'in_flight') await markUnknown(trx, send, last);
  const evidence = await listEvidence(trx, send.id);
  if (isUnderWay(evidence)) return acceptedAnswer(trx, sending, { send, evidence, last });
  if (send.state === 'parked') return undefined;
  const isOpen = last.state === 'in_flight' || last.state === 'unknown';
  if (last.state === 'accepted' || (isOpen && wasAccepted(evidence)))
    return acceptedAnswer(trx, sending, { send, evidence, last });
  return isOpen ? unknownAnswer(trx, sending, { send, last, attempts }) : undefined;
}

/**
 * What is known after the provider took it: the evidence's verdict, or the wait for more. Undefined where the attempt
 * failed in passing and another is to be made.
 */
export async function acceptedAnswer(
  trx: StoreTransaction,
  { visit, plan, settings }: Pick<Sending, 'visit' | 'plan' | 'settings'>,
  {
    send,
    evidence,
    last,
  }: { send: Send; evidence: readonly Evidence[]; last: Pick<Attempt, 'token' | 'number'> },
): Promise<ActivityAnswer | undefined> {
  const toUs = isPausedInUs(visit.person, visit.now, settings.usPause);
  const failureOf = (code: string) => failureOfCode(code, { recipientIsUs: toUs });
  const verdict = judgeEvidence(evidence, send.awaits as AwaitableWord, {
    lastToken: last.token,
    outcomeOf: (code) => failureOf(code).outcome,
  });
  if (verdict !== undefined) {
    const { outcome, code = null } = verdict;
    if (code !== null && isWorthAnother(failureOf(code), last.number)) {
      await updateAttempt(trx, last.token, { state: 'refused', code });
      return undefined;
    }
    return settledAnswer(
      await updateSend(trx, send.id, { state: 'settled', outcome, code, attempted: true }),
    );
  }
  const state = send.state === 'held' ? 'held' : 'accepted';
  const running = send.state === state ? send.due_at : null;
  const due = running?.getTime() ?? addDuration(visit.now, plan.within, visit.person.timeZone);
  await updateSend(trx, send.id, { state, due_at: new Date(due), attempted: true });
  return { status: state, due, ...toSendInHand(send) };
}

/** Nobody knows: wait for evidence while our ears are open, then repeat or give up as the category says. */
export async function unknownAnswer(
  trx: StoreTransaction,
  { visit, plan }: Sending,
  { send, last, attempts }: { send: Send; last: Attempt; attempts: readonly Attempt[] },
): Promise<ActivityAnswer | undefined> {
  const unknown = planForUnknown(send.channel, send.category, plan.repeatUnresolved === true);
  const now = new Date(visit.now);
  const heardMs = visit.rehearsed
    ? visit.now - last.started_at.getTime()
    : await listeningMs(trx, { ear: webhookEar, since: last.started_at, now });
  switch (judgeUnknown(unknown, heardMs, attempts.filter(mayBeSeen).length)) {
    case 'wait': {
      const due = visit.now + Math.max(unknown.waitMs - heardMs, unknownCheckMs);
      await updateSend(trx, send.id, { state: 'unknown', due_at: new Date(due), attempted: true });
      return { status: 'unknown', due, ...toSendInHand(send) };
    }
    case 'repeat':
      return undefined;
    case 'give-up':
      return settledAnswer(
        await updateSend(trx, send.id, { state: 'settled', outcome: 'unresolved', attempted: true }),
      );
  }
}

/** What is proved not sent is no copy that a person can see. */
function mayBeSeen({ state }: Attempt): boolean {
  return state !== 'refused' && state !== 'not_sent';
}

/** The part of an answer that says which send it is about. */
export function toSendInHand(send: Send): SendInHand {
  return { send: send.id, channel: send.channel, sender: send.sender_id };
}

export function settledAnswer(send: Send): ActivityAnswer {
  return {
    status: 'settled',
    outcome: send.outcome ?? 'invalid',
    attempted: send.attempted,
    ...(send.code === null ? {} : { code: send.code }),
    ...(send.policy === null ? {} : { policy: send.policy }),
    send: send.id,
  };
}

async function markUnknown(trx: StoreTransaction, send: Send, attempt: Attempt): Promise<void> {
  await updateAttempt(trx, attempt.token, { state: 'unknown', code: 'interrupted' });
  await updateSend(trx, send.id, { attempted: true });
}
