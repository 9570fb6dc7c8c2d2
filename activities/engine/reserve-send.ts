// Before a POST: one transaction with the person's memory row locked recalls what was done before, asks the gate
// and writes the ledger. Whoever gets `post` back owns the one attempt in flight.

import { ulid } from 'ulid';
import { addDuration } from '../../src/journey/duration.ts';
import { defaultExpires } from '../../src/journey/policy-schema.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { decideSend, type SendDecision } from '../../src/messaging/decide-send.ts';
import type { Because, GateDecision } from '../../src/messaging/gate-facts.ts';
import type { DirectSend, MessageCategory, OutgoingMessage } from '../../src/messaging/message.ts';
import { isProbe } from '../../src/messaging/policies/experiment.ts';
import { senderRatePolicy } from '../../src/messaging/policies/sender-rate.ts';
import { lockMemory, rememberProbe } from '../../src/store/channel-memory.ts';
import { createId } from '../../src/store/ids.ts';
import {
  insertAttempt,
  insertSend,
  listAttempts,
  lockCaps,
  lockSendOfVisit,
  type Send,
  updateSend,
} from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { readCanary, takeCanaryPlace } from './canary-facts.ts';
import { readGateFacts } from './gate-facts.ts';
import { writeEntered } from './journal.ts';
import type { Visit } from './load-visit.ts';
import { recallSend, toSendInHand } from './recall-send.ts';
import { askGateOfSender, directSendOf, rememberPosted } from './sender-facts.ts';
import type { Turn } from './sender-turns.ts';
import type { Sending } from './sending.ts';
import { type ChosenTemplate, readTemplate, templateWordsOf } from './template-facts.ts';

export type Reserved =
  | { readonly do: 'answer'; readonly answer: ActivityAnswer }
  | {
      readonly do: 'post';
      readonly send: Send;
      readonly token: string;
      /** By the template that it was allowed with. */
      readonly message: OutgoingMessage;
      /** Set where it goes outside the window by this way. */
      readonly directSend?: DirectSend;
    };

export type Reservation =
  | Reserved
  /** The gate allows it, but nobody has taken a turn at the sender's rate yet. */
  | { readonly do: 'queue'; readonly category: MessageCategory };

/** @param turn absent where none was asked for yet */
export async function reserveSend(
  trx: StoreTransaction,
  sending: Sending,
  turn: Turn | undefined,
): Promise<Reservation> {
  const { visit, message, plan, sender } = sending;
  // Caps are counted over all senders, so a memory row is not lock enough. Taken first: nobody waits for it inside.
  if (visit.policy.caps !== undefined) await lockCaps(trx, visit.person.id);
  const memory = await lockMemory(trx, { personId: visit.person.id, senderId: sender.id });
  const found = await lockSendOfVisit(trx, visit);
  const recalled = found && (await recallSend(trx, sending, found));
  if (recalled !== undefined) return { do: 'answer', answer: recalled };

  const template = await readTemplate(trx, sending, found);
  const category = template?.category ?? plan.category ?? 'service';
  const send = found ?? (await openSend(trx, sending, category));
  const canary = await readCanary(trx, sending);
  const known = await readGateFacts(trx, {
    sending,
    category,
    memory,
    send,
    template: template?.facts,
    canary,
  });
  const { decision, facts } = await askGateOfSender(trx, sending, { facts: known, send, turn });
  if (needsTurn(decision, turn)) return { do: 'queue', category };
  const reserved = await act(trx, { visit, category, send, turn, template, message }, decision);
  if (reserved.do !== 'post') return reserved;
  if (isProbe(facts)) {
    const key = { personId: visit.person.id, senderId: sender.id };
    await rememberProbe(trx, key, { sendId: send.id, memory, at: visit.now });
  }
  await rememberPosted(trx, sending, facts);
  if (canary !== undefined) await takeCanaryPlace(trx, sending, { canary, send });
  const directSend = facts.sender.directSend === true ? directSendOf(message) : undefined;
  return directSend === undefined ? reserved : { ...reserved, directSend };
}

/** Allowed, or held back by nothing but a turn that is far off and has no place yet. */
function needsTurn(decision: GateDecision, turn: Turn | undefined): boolean {
  if (decision.do === 'allow') return turn === undefined;
  return decision.policy === senderRatePolicy && turn?.is === 'later' && turn.place === undefined;
}

async function openSend(trx: StoreTransaction, sending: Sending, category: MessageCategory): Promise<Send> {
  const send = await insertSend(trx, toRow(sending, category));
  await writeEntered(trx, send, new Date(sending.visit.now));
  return send;
}

interface Reserving {
  readonly visit: Visit;
  readonly category: MessageCategory;
  readonly send: Send;
  readonly turn: Turn | undefined;
  readonly template: ChosenTemplate | undefined;
  readonly message: OutgoingMessage;
}

async function act(trx: StoreTransaction, reserving: Reserving, decision: GateDecision): Promise<Reserved> {
  const { visit, category, send, template, message } = reserving;
  const expiresAt = send.expires_at.getTime();
  const decided = decideSend(decision, { now: visit.now, expiresAt, parkedBy: send.policy });
  if (decided.do === 'settle') return settled(trx, send, decided);
  if (decided.do === 'park') return parked(trx, reserving, decided);
  const attempts = await listAttempts(trx, send.id);
  const token = `att_${ulid()}`;
  await insertAttempt(trx, {
    token,
    send_id: send.id,
    number: attempts.length + 1,
    state: 'in_flight',
    started_at: new Date(visit.now),
  });
  const sending = await updateSend(trx, send.id, {
    state: 'sending',
    category,
    template: template?.word ?? null,
    policy: null,
    because: null,
    parked_until: null,
    ...noPlace,
  });
  return { do: 'post', send: sending, token, message: template?.message ?? message };
}

async function settled(
  trx: StoreTransaction,
  send: Send,
  { outcome, policy, code, because }: Extract<SendDecision, { do: 'settle' }>,
): Promise<Reserved> {
  const reason = code === undefined ? { policy } : { policy, code };
  await updateSend(trx, send.id, {
    state: 'settled',
    outcome,
    ...reason,
    ...toBecause(send, { policy, because }),
  });
  return {
    do: 'answer',
    answer: { status: 'settled', outcome, attempted: send.attempted, ...reason, send: send.id },
  };
}

async function parked(
  trx: StoreTransaction,
  { send, turn, category }: Pick<Reserving, 'send' | 'turn' | 'category'>,
  { policy, until, because }: Extract<SendDecision, { do: 'park' }>,
): Promise<Reserved> {
  const parkedUntil = until === undefined ? null : new Date(until);
  await updateSend(trx, send.id, {
    state: 'parked',
    category,
    policy,
    ...toBecause(send, { policy, because }),
    parked_until: parkedUntil,
    // Whoever waits for something else as well would come too late for the place.
    ...(policy === senderRatePolicy ? toPlace(turn) : noPlace),
    due_at: send.expires_at,
  });
  const due = send.expires_at.getTime();
  return {
    do: 'answer',
    answer: {
      status: 'parked',
      due,
      policy,
      ...(until === undefined ? {} : { until }),
      ...toSendInHand(send),
    },
  };
}

const noPlace = { place_lane: null, place_number: null } as const;

/** The place that the send comes back with. */
function toPlace(turn: Turn | undefined) {
  if (turn?.is !== 'later' || turn.place === undefined) return noPlace;
  return { place_lane: turn.place.lane, place_number: turn.place.number };
}

/** A message that expires at the gate keeps the facts that it has waited by. */
function toBecause(
  send: Send,
  { policy, because }: { readonly policy: string; readonly because: Because | undefined },
): { readonly because?: string | null } {
  if (because !== undefined) return { because: JSON.stringify(because) };
  return policy === send.policy ? {} : { because: null };
}

function toRow({ visit, message, plan, sender }: Sending, category: MessageCategory) {
  const expires = plan.expires ?? visit.policy.expires ?? defaultExpires;
  return {
    id: createId('snd'),
    run_id: visit.runId,
    node: visit.node,
    visit: visit.visit,
    person_id: visit.person.id,
    sender_id: sender.id,
    channel: message.channel,
    category,
    state: 'parked' as const,
    templates: templateWordsOf(message),
    awaits: plan.await,
    expires_at: new Date(addDuration(visit.since, expires, visit.person.timeZone)),
  };
}
