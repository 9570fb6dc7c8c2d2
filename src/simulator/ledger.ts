// What is known of a send and what follows from it: evidence joined and judged, unknown outcomes, memory. The same pure
// rules as the engine's ledger, on facts in memory. Pure.

import { addDuration } from '../journey/duration.ts';
import type { ActivityAnswer } from '../machine/vocabulary.ts';
import {
  type Evidence,
  judgeEvidence,
  type Verdict,
  wasAccepted,
  wasDelivered,
} from '../messaging/evidence.ts';
import { failureOutcomes } from '../messaging/outcomes.ts';
import { isWorthAnother } from '../messaging/retry.ts';
import { unknownCheckMs } from '../messaging/send-waits.ts';
import { judgeUnknown, planForUnknown } from '../messaging/unknown-outcome.ts';
import type { MessagePlan } from '../node-kit/node-type.ts';
import { memoryOfCode } from '../whatsapp/errors.ts';
import { learnFromDelivery, learnFromProbe, learnFromRefusal } from '../whatsapp/learn.ts';
import { change, type Draft, putSend } from './draft.ts';
import type { SimulatedSend } from './facts.ts';
import { failureOf } from './failure-of.ts';
import { withConsent } from './flow.ts';
import { isUsPaused } from './gate-facts.ts';

export interface Sent {
  readonly send: SimulatedSend;
  readonly plan: MessagePlan;
  readonly now: number;
}

/** What the evidence of a send settles, if it settles anything. */
export function judge(draft: Draft, send: SimulatedSend): Verdict | undefined {
  const toUs = isUsPaused(draft, draft.workings.settings);
  return judgeEvidence(send.evidence, send.awaits, {
    lastToken: send.attempts.at(-1)?.token ?? '',
    outcomeOf: (code) => failureOf(send.channel, code, toUs).outcome,
  });
}

/** True where the first attempt was taken and failed in passing: another is made. */
export function isToBeRepeated(draft: Draft, send: SimulatedSend, { code }: Verdict): boolean {
  if (code === undefined) return false;
  const failure = failureOf(send.channel, code, isUsPaused(draft, draft.workings.settings));
  return isWorthAnother(failure, send.attempts.length);
}

/** The last attempt was refused, at once or after all. */
export function withLastRefused(send: SimulatedSend, code: string): SimulatedSend {
  const attempts = send.attempts.map((attempt, index) =>
    index === send.attempts.length - 1 ? ({ ...attempt, state: 'refused', code } as const) : attempt,
  );
  return { ...send, attempts };
}

/** The send as its evidence settles it. */
export function settledBy({ code: _code, ...send }: SimulatedSend, verdict: Verdict): SimulatedSend {
  return { ...send, state: 'settled', attempted: true, ...verdict };
}

/** What is known after the provider took it: the evidence's verdict, or the wait for more. */
export function acceptedAnswer(draft: Draft, { send, plan, now }: Sent): ActivityAnswer {
  const verdict = judge(draft, send);
  if (verdict !== undefined) {
    return settledAnswer(putSend(draft, settledBy(send, verdict)));
  }
  const state = send.state === 'held' ? 'held' : 'accepted';
  const running = send.state === state ? send.dueAt : undefined;
  const due = running ?? addDuration(now, plan.within, draft.facts.person.timeZone);
  putSend(draft, { ...send, state, dueAt: due, attempted: true });
  return { status: state, due, ...inHand(send) };
}

/** Nobody knows: wait for evidence, then repeat (undefined) or give up as the category says. Ears are always open. */
export function unknownAnswer(draft: Draft, { send, plan, now }: Sent): ActivityAnswer | undefined {
  const unknown = planForUnknown(send.channel, send.category, plan.repeatUnresolved === true);
  const heardMs = now - (send.attempts.at(-1)?.startedAt ?? now);
  // What is proved not sent is no copy that a person can see.
  const seen = send.attempts.filter(({ state }) => state !== 'refused').length;
  switch (judgeUnknown(unknown, heardMs, seen)) {
    case 'wait': {
      const due = now + Math.max(unknown.waitMs - heardMs, unknownCheckMs);
      putSend(draft, { ...send, state: 'unknown', dueAt: due, attempted: true });
      return { status: 'unknown', due, ...inHand(send) };
    }
    case 'repeat':
      return undefined;
    case 'give-up':
      return settledAnswer(
        putSend(draft, { ...send, state: 'settled', outcome: 'unresolved', attempted: true }),
      );
  }
}

/** What an activity that finds its send again goes on with; undefined where the gate has to be asked. */
export function recall(draft: Draft, sent: Sent): ActivityAnswer | undefined {
  const { send } = sent;
  if (send.state === 'settled') return settledAnswer(send);
  const last = send.attempts.at(-1);
  if (send.state === 'parked' || last === undefined || last.state === 'refused') return undefined;
  if (last.state === 'accepted' || wasAccepted(send.evidence)) return acceptedAnswer(draft, sent);
  return unknownAnswer(draft, sent);
}

export function settledAnswer(send: SimulatedSend): ActivityAnswer {
  return {
    status: 'settled',
    outcome: send.outcome ?? 'invalid',
    attempted: send.attempted,
    ...(send.code === undefined ? {} : { code: send.code }),
    ...(send.policy === undefined ? {} : { policy: send.policy }),
    send: send.id,
  };
}

export function inHand({ id, channel }: SimulatedSend) {
  return { send: id, channel, sender: channel };
}

/** Adds a fact; the send as it was where the fact was known. */
export function withEvidence(send: SimulatedSend, fact: Evidence): SimulatedSend {
  const { kind, code, token } = fact;
  const isKnown = send.evidence.some(
    (known) => known.kind === kind && known.code === code && known.token === token,
  );
  return isKnown ? send : { ...send, evidence: [...send.evidence, fact] };
}

/** True where a send that has ended as a failure reached the person after all. */
export function isLate({ state, outcome = '', late, evidence }: SimulatedSend): boolean {
  const failed = (failureOutcomes as readonly string[]).includes(outcome);
  return late || (state === 'settled' && failed && wasDelivered(evidence));
}

export interface Learnt {
  readonly code: string;
  /** When it was said, epoch milliseconds. */
  readonly at: number;
}

/** Remembers what a refusal teaches about the person. */
export function learn(draft: Draft, { channel }: SimulatedSend, { code, at }: Learnt): void {
  // Other channels have tables of their own, which teach nothing.
  if (channel !== 'whatsapp') return;
  const { facts } = draft;
  const effect = memoryOfCode(code, { recipientIsUs: isUsPaused(draft, draft.workings.settings) });
  if (effect === undefined) return;
  // 131050: marketing only; utility is still allowed (F§3.2).
  if (effect === 'opt-out') {
    const consent = { channel: 'whatsapp', topic: 'marketing', state: 'out', at } as const;
    change(draft, { consents: withConsent(facts, consent) });
  }
  const memory = learnFromRefusal(facts.memory[channel] ?? {}, effect, at);
  change(draft, { memory: { ...facts.memory, [channel]: memory } });
}

/** The message goes out to see whether the experiment still holds. */
export function learnProbe(draft: Draft, { id, channel }: SimulatedSend, at: number): void {
  const { memory } = draft.facts;
  change(draft, { memory: { ...memory, [channel]: learnFromProbe(memory[channel] ?? {}, id, at) } });
}

/** Remembers what it proves that a message has reached the person. */
export function learnDelivered(draft: Draft, { id, channel, category, attempts }: SimulatedSend): void {
  const { facts, now } = draft;
  const known = facts.memory[channel];
  const sentAt = attempts.at(-1)?.startedAt;
  if (known === undefined || sentAt === undefined) return;
  const memory = learnFromDelivery(known, { send: id, category, sentAt, at: now });
  change(draft, { memory: { ...facts.memory, [channel]: memory } });
}

/** The run has left the node: its send is over too, whatever may still come as evidence. */
export function closeSend(draft: Draft, id: string, outcome: string): void {
  const send = draft.facts.sends.find((candidate) => candidate.id === id);
  if (send === undefined || send.state === 'abandoned') return;
  const reached = wasDelivered(send.evidence);
  if (send.state === 'parked') putSend(draft, { ...send, state: 'abandoned' });
  else if (send.state !== 'settled') {
    putSend(draft, { ...send, state: 'settled', outcome, late: reached && outcome === 'silent' });
  } else if (send.outcome !== outcome && reached) {
    // Evidence won the race in the ledger, time in the run: what came is late.
    putSend(draft, { ...send, late: true });
  }
}
