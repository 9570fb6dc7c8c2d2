// After a POST: stores what came of the attempt, together with the evidence that has already come, under the same
// row lock as the dispatcher, so that each piece of evidence is seen by exactly one of the two.

import { addDuration } from '../../src/journey/duration.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import type { Delivery, Failure } from '../../src/messaging/delivery.ts';
import { isUnderWay } from '../../src/messaging/evidence.ts';
import { retryPolicy, toRetryBecause } from '../../src/messaging/policies/retry.ts';
import { decideRetry, unreachableProvider } from '../../src/messaging/retry.ts';
import { accountCheckMs, heldUntil } from '../../src/messaging/send-waits.ts';
import { lockMemory, rememberRefusal } from '../../src/store/channel-memory.ts';
import { giveBackPlace } from '../../src/store/contact-places.ts';
import { rememberTrouble } from '../../src/store/sender-trouble.ts';
import {
  type Attempt,
  addEvidence,
  listAttempts,
  listEvidence,
  lockSend,
  type Send,
  updateAttempt,
  updateSend,
} from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { callingCodeOf } from '../../src/whatsapp/calling-code.ts';
import type { MemoryEffect } from '../../src/whatsapp/classify-errors.ts';
import { memoryOfCode, toDatedFailure } from '../../src/whatsapp/errors.ts';
import { isPausedInUs } from '../../src/whatsapp/us-pause.ts';
import { acceptedAnswer, settledAnswer, toSendInHand, unknownAnswer } from './recall-send.ts';
import type { Sending } from './sending.ts';
import { alternatesOf, rememberTemplate } from './template-facts.ts';

/** How long after an attempt that failed in passing the next one is made. */
const anotherAfterMs = 1_000;
/** The gate takes the other template at once. */
const alternateAfterMs = 100;

export type Stored =
  | { readonly do: 'answer'; readonly answer: ActivityAnswer }
  /** Proved not sent: Temporal tries again after this time. */
  | { readonly do: 'retry'; readonly afterMs: number; readonly code: string };

export async function storeAnswer(
  trx: StoreTransaction,
  sending: Sending,
  { sendId, token, delivery }: { sendId: string; token: string; delivery: Delivery },
): Promise<Stored> {
  const { visit, settings } = sending;
  const at = new Date(visit.now);
  const recipientIsUs = isPausedInUs(visit.person, visit.now, settings.usPause);
  const isMeta = sending.message.channel === 'whatsapp';
  const said =
    delivery.result === 'refused' && isMeta
      ? { code: delivery.failure.code, effect: memoryOfCode(delivery.failure.code, { recipientIsUs }), at }
      : undefined;
  // The lock order everywhere: the person's memory, the send, what all share.
  if (said !== undefined) await rememberOfPerson(trx, sending, said);
  const send = await lockSend(trx, sendId);
  if (said !== undefined) await rememberForAll(trx, sending, said);
  await updateAttempt(trx, token, { ...toAttempt(delivery), route: delivery.route ?? null, ended_at: at });
  if (delivery.result === 'refused' || delivery.result === 'not-sent') await giveBackPlace(trx, token);
  const attempts = await listAttempts(trx, sendId);
  switch (delivery.result) {
    case 'accepted':
      return answer(
        await storeAccepted(trx, sending, { send, token, attempts, held: delivery.held === true }),
      );
    case 'unknown':
      return answer(await storeUnknown(trx, sending, { send, attempts }));
    case 'refused': {
      const templates = alternatesOf(send, delivery.failure);
      if (templates !== undefined && send.state !== 'settled') {
        await updateSend(trx, sendId, { templates });
        return { do: 'retry', afterMs: alternateAfterMs, code: delivery.failure.code };
      }
      return storeFailure(trx, sending, {
        send,
        failure: isMeta ? toDatedFailure(delivery.failure, { recipientIsUs }) : delivery.failure,
        attempts,
        // Refused by our own client, without an HTTP status: nothing left the house.
        attempted: send.attempted || delivery.httpStatus !== 0,
      });
    }
    case 'not-sent':
      return storeFailure(trx, sending, {
        send,
        failure: unreachableProvider,
        attempts,
        attempted: true,
      });
  }
}

/** What Meta's code teaches. */
interface Said {
  readonly code: string;
  readonly effect: MemoryEffect | undefined;
  readonly at: Date;
}

async function rememberOfPerson(
  trx: StoreTransaction,
  { visit, sender }: Sending,
  { effect, at }: Said,
): Promise<void> {
  const key = { personId: visit.person.id, senderId: sender.id };
  await lockMemory(trx, key);
  await rememberRefusal(trx, key, { effect, at });
}

async function rememberForAll(
  trx: StoreTransaction,
  sending: Sending,
  { code, effect, at }: Said,
): Promise<void> {
  const { visit, sender, settings } = sending;
  await rememberTemplate(trx, sending, { effect, code });
  const key = { personId: visit.person.id, senderId: sender.id };
  const callingCode = callingCodeOf(visit.person.phone);
  const sharedAt = visit.rehearsed ? new Date() : at;
  await rememberTrouble(trx, key, { code, at, sharedAt, callingCode, settings });
}

/** Without an answer, evidence says already that the attempt failed in passing. */
function answer(value: ActivityAnswer | undefined): Stored {
  if (value === undefined) return { do: 'retry', afterMs: anotherAfterMs, code: 'failed' };
  return { do: 'answer', answer: value };
}

async function storeAccepted(
  trx: StoreTransaction,
  sending: Sending,
  { send, token, attempts, held }: { send: Send; token: string; attempts: readonly Attempt[]; held: boolean },
): Promise<ActivityAnswer | undefined> {
  const last = attempts.at(-1);
  if (last === undefined) return settledAnswer(send);
  await addEvidence(trx, {
    send_id: send.id,
    kind: 'accepted',
    // A repeat may have begun meanwhile; it is this one that was answered.
    token,
    at: new Date(sending.visit.now),
    code: '',
  });
  if (send.state === 'settled') return settledAnswer(send);
  const { visit, plan } = sending;
  const due = heldUntil(visit.now, addDuration(visit.now, plan.within, visit.person.timeZone));
  const current = held ? await updateSend(trx, send.id, { state: 'held', due_at: new Date(due) }) : send;
  const evidence = await listEvidence(trx, send.id);
  return acceptedAnswer(trx, sending, { send: current, evidence, last });
}

async function storeUnknown(
  trx: StoreTransaction,
  sending: Sending,
  { send, attempts }: { send: Send; attempts: readonly Attempt[] },
): Promise<ActivityAnswer | undefined> {
  const last = attempts.at(-1);
  const evidence = await listEvidence(trx, send.id);
  if (send.state === 'settled' || last === undefined) return settledAnswer(send);
  if (evidence.length > 0) return acceptedAnswer(trx, sending, { send, evidence, last });
  const waiting = await unknownAnswer(trx, sending, { send, last, attempts });
  // A wait of no length that may be repeated: the ledger is asked again at once.
  return waiting ?? { status: 'unknown', due: sending.visit.now, ...toSendInHand(send) };
}

async function storeFailure(
  trx: StoreTransaction,
  sending: Sending,
  {
    send,
    failure,
    attempts,
    attempted,
  }: { send: Send; failure: Failure; attempts: readonly Attempt[]; attempted: boolean },
): Promise<Stored> {
  if (send.state === 'settled') return answer(settledAnswer(send));
  const last = attempts.at(-1);
  const evidence = attempts.length > 1 ? await listEvidence(trx, send.id) : [];
  // The one before has turned out to be taken.
  if (last !== undefined && isUnderWay(evidence))
    return answer(await acceptedAnswer(trx, sending, { send, evidence, last }));
  const { visit } = sending;
  const { code } = failure;
  const tries = attempts.filter((attempt) => isSameFailure(attempt, last)).length;
  const decision = decideRetry(failure, tries, send.expires_at.getTime() - visit.now);
  switch (decision.do) {
    case 'retry':
      return { do: 'retry', afterMs: decision.afterMs, code };
    case 'settle': {
      const { outcome } = decision;
      return answer(
        settledAnswer(await updateSend(trx, send.id, { state: 'settled', outcome, code, attempted })),
      );
    }
    case 'wait': {
      const at = visit.now + decision.afterMs;
      const because = JSON.stringify(toRetryBecause({ at, code, outcome: decision.outcome }));
      return parked(trx, send, { policy: retryPolicy, because, until: at, code, attempted });
    }
    case 'park':
      return parked(trx, send, {
        policy: 'account',
        until: visit.now + accountCheckMs,
        code,
        attempted: true,
      });
  }
}

/** The gate is asked again at `until`, epoch ms. */
async function parked(
  trx: StoreTransaction,
  send: Send,
  {
    until,
    ...why
  }: {
    readonly policy: string;
    readonly because?: string;
    readonly until: number;
    readonly code: string;
    readonly attempted: boolean;
  },
): Promise<Stored> {
  const { expires_at: due_at } = send;
  await updateSend(trx, send.id, { ...why, state: 'parked', parked_until: new Date(until), due_at });
  const { policy } = why;
  return answer({ status: 'parked', until, due: due_at.getTime(), policy, ...toSendInHand(send) });
}

/** Each kind of failure has tries of its own: what an operator has repaired has used up none of another's. */
function isSameFailure({ state, code }: Attempt, last: Attempt | undefined): boolean {
  return state === last?.state && (state === 'not_sent' || code === last.code);
}

function toAttempt(delivery: Delivery) {
  switch (delivery.result) {
    case 'accepted':
      return {
        state: 'accepted',
        http_status: delivery.httpStatus,
        provider_message_id: delivery.providerMessageId,
      } as const;
    case 'refused':
      return { state: 'refused', http_status: delivery.httpStatus, code: delivery.failure.code } as const;
    case 'not-sent':
      return { state: 'not_sent', code: delivery.reason } as const;
    case 'unknown':
      return { state: 'unknown', http_status: delivery.httpStatus ?? null, code: delivery.reason } as const;
  }
}
