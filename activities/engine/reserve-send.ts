// Before a POST: one transaction with the person's memory row locked recalls what was done before, asks the gate
// and writes the ledger. Whoever gets `post` back owns the one attempt in flight.

import { ulid } from 'ulid';
import { defaultExpires } from '../../src/journey/definition.ts';
import { addDuration } from '../../src/journey/duration.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { decideSend, type SendDecision } from '../../src/messaging/decide-send.ts';
import { askGate } from '../../src/messaging/gate.ts';
import type { GateDecision } from '../../src/messaging/gate-facts.ts';
import type { MessageCategory } from '../../src/messaging/message.ts';
import { lockMemory } from '../../src/store/channel-memory.ts';
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
import { readGateFacts } from './gate-facts.ts';
import { writeEntered } from './journal.ts';
import type { Visit } from './load-visit.ts';
import { recallSend, toSendInHand } from './recall-send.ts';
import type { Sending } from './sending.ts';
import { readTemplate } from './template-facts.ts';

export type Reservation =
  | { readonly do: 'answer'; readonly answer: ActivityAnswer }
  | { readonly do: 'post'; readonly send: Send; readonly token: string };

export async function reserveSend(trx: StoreTransaction, sending: Sending): Promise<Reservation> {
  const { visit, message, plan, sender } = sending;
  // Caps are counted over all senders, so a memory row is not lock enough. Taken first: nobody waits for it inside.
  if (visit.policy.caps !== undefined) await lockCaps(trx, visit.person.id);
  const memory = await lockMemory(trx, { personId: visit.person.id, senderId: sender.id });
  const found = await lockSendOfVisit(trx, visit);
  const recalled = found && (await recallSend(trx, sending, found));
  if (recalled !== undefined) return { do: 'answer', answer: recalled };

  const template = await readTemplate(trx, sender.account_id, message);
  const category = template?.category ?? plan.category ?? 'service';
  const send = found ?? (await openSend(trx, sending, category));
  const facts = await readGateFacts(trx, {
    visit,
    message,
    plan,
    category,
    memory,
    template: template?.facts,
  });
  return act(trx, { visit, category, send }, askGate(facts));
}

async function openSend(trx: StoreTransaction, sending: Sending, category: MessageCategory): Promise<Send> {
  const send = await insertSend(trx, toRow(sending, category));
  await writeEntered(trx, send, new Date(sending.visit.now));
  return send;
}

interface Asked {
  readonly visit: Visit;
  readonly category: MessageCategory;
  readonly send: Send;
}

async function act(
  trx: StoreTransaction,
  { visit, category, send }: Asked,
  decision: GateDecision,
): Promise<Reservation> {
  const expiresAt = send.expires_at.getTime();
  const decided = decideSend(decision, { now: visit.now, expiresAt, parkedBy: send.policy });
  if (decided.do === 'settle') return settled(trx, send, decided);
  if (decided.do === 'park') return parked(trx, send, decided);
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
    policy: null,
    parked_until: null,
  });
  return { do: 'post', send: sending, token };
}

async function settled(
  trx: StoreTransaction,
  send: Send,
  { outcome, policy, code }: Extract<SendDecision, { do: 'settle' }>,
): Promise<Reservation> {
  const reason = code === undefined ? { policy } : { policy, code };
  await updateSend(trx, send.id, { state: 'settled', outcome, ...reason });
  return {
    do: 'answer',
    answer: { status: 'settled', outcome, attempted: send.attempted, ...reason, send: send.id },
  };
}

async function parked(
  trx: StoreTransaction,
  send: Send,
  { policy, until }: Extract<SendDecision, { do: 'park' }>,
): Promise<Reservation> {
  const parkedUntil = until === undefined ? null : new Date(until);
  await updateSend(trx, send.id, {
    state: 'parked',
    policy,
    parked_until: parkedUntil,
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
    awaits: plan.await,
    expires_at: new Date(addDuration(visit.now, expires, visit.person.timeZone)),
  };
}
