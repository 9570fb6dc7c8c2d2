// Sends a message of a simulated run: compose, ask the gate, post, take in the provider's answer. The engine's send
// activity on virtual time; every decision is made by the shared rules of src/messaging. Pure.

import { addDuration } from '../journey/duration.ts';
import { defaultExpires } from '../journey/policy-schema.ts';
import type { ActivityAnswer } from '../machine/vocabulary.ts';
import { decideSend } from '../messaging/decide-send.ts';
import type { Failure } from '../messaging/delivery.ts';
import { askGate } from '../messaging/gate.ts';
import type { OutgoingMessage } from '../messaging/message.ts';
import { isProbe } from '../messaging/policies/experiment.ts';
import { retryPolicy } from '../messaging/policies/retry.ts';
import { decideRetry } from '../messaging/retry.ts';
import { accountCheckMs, heldUntil } from '../messaging/send-waits.ts';
import { NodeError } from '../node-kit/node-error.ts';
import type { AnyNode, MessagePlan } from '../node-kit/node-type.ts';
import { failureOfProblems, toRequestBody } from '../whatsapp/payload.ts';
import { drawAnswer } from './chance.ts';
import { type Draft, note, putSend, takePrepared } from './draft.ts';
import type { AttemptState, PreparedAnswer, ProviderAnswer, SimulatedSend } from './facts.ts';
import { failureOf } from './failure-of.ts';
import { type AboutSend, circumstancesOf, findTemplate, isUsPaused, toGateFacts } from './gate-facts.ts';
import {
  acceptedAnswer,
  inHand,
  learn,
  learnProbe,
  recall,
  settledAnswer,
  unknownAnswer,
  withEvidence,
  withLastRefused,
} from './ledger.ts';
import { findReferencedMessage } from './referenced-message.ts';
import { createRenderers, type Visit } from './visit.ts';

type MessageType = Extract<AnyNode, { readonly kind: 'message' }>;

/** An answer for the driver, or a try that has to be repeated after some time. */
export type Performed = ActivityAnswer | { readonly status: 'retry'; readonly afterMs: number };

export function performSend(draft: Draft, visit: Visit, type: MessageType): Performed {
  const composed = compose(draft, visit, type);
  if ('status' in composed) return composed;
  const plan = type.plan(visit.config);
  const id = `${visit.node}#${visit.visit}`;
  const found = draft.facts.sends.findLast((send) => send.id === id);
  const recalled = found && recall(draft, { send: found, plan, now: visit.now });
  if (recalled !== undefined) return recalled;

  const template = findTemplate(draft, composed.message);
  const category = template?.category ?? plan.category ?? 'service';
  const message = template?.message ?? composed.message;
  const about = { visit, message, plan, category, template: template?.facts };
  const send = { ...(findSend(draft, id) ?? openSend(draft, id, about)), message };
  const facts = toGateFacts(draft, about, send);
  const decision = askGate(facts);
  if (decision.do === 'allow' && isProbe(facts)) learnProbe(draft, send, visit.now);
  note(draft, { kind: 'gate', at: draft.now, node: visit.node, decision, facts });
  const { expiresAt, policy } = send;
  const decided = decideSend(decision, {
    now: visit.now,
    expiresAt,
    ...(policy === undefined ? {} : { parkedBy: policy }),
  });
  switch (decided.do) {
    case 'settle': {
      const { do: _do, because: _because, ...reason } = decided;
      putSend(draft, { ...send, state: 'settled', ...reason });
      return { status: 'settled', attempted: send.attempted, ...reason, send: send.id };
    }
    case 'park': {
      const { until } = decided;
      putSend(draft, { ...send, state: 'parked', policy: decided.policy, dueAt: expiresAt });
      const again = until === undefined ? {} : { until };
      return { status: 'parked', due: expiresAt, policy: decided.policy, ...again, ...inHand(send) };
    }
    case 'post':
      return post(draft, { ...withoutPolicy(send), state: 'sending', category }, { plan, now: visit.now });
  }
}

function compose(
  draft: Draft,
  { config, scope }: Visit,
  type: MessageType,
): { readonly message: OutgoingMessage } | ActivityAnswer {
  try {
    return { message: type.compose({ config, person: draft.facts.person, ...createRenderers(scope) }) };
  } catch (error) {
    if (!(error instanceof NodeError)) throw error;
    return { status: 'settled', outcome: 'invalid', attempted: false, code: error.code };
  }
}

function findSend({ facts }: Draft, id: string): SimulatedSend | undefined {
  return facts.sends.findLast((send) => send.id === id);
}

function openSend(draft: Draft, id: string, { visit, message, plan, category }: AboutSend): SimulatedSend {
  const expires = plan.expires ?? visit.policy.expires ?? defaultExpires;
  return putSend(draft, {
    id,
    node: visit.node,
    visit: visit.visit,
    channel: message.channel,
    category,
    awaits: plan.await,
    state: 'parked',
    expiresAt: addDuration(visit.now, expires, draft.facts.person.timeZone),
    attempted: false,
    late: false,
    attempts: [],
    evidence: [],
    message,
  });
}

function withoutPolicy({ policy: _policy, retry: _retry, ...send }: SimulatedSend): SimulatedSend {
  return send;
}

interface Posting {
  readonly plan: MessagePlan;
  readonly now: number;
}

function post(draft: Draft, send: SimulatedSend, { plan, now }: Posting): Performed {
  const unfit = findUnfit(draft, send);
  if (unfit !== undefined) {
    say(draft, send, `unsent ${unfit.code}`);
    const { attempted } = send;
    return fail(draft, withAttempt(send, 'refused', now), { failure: unfit, attempted, now });
  }
  const answer = takeAnswer(draft, send);
  say(draft, send, wordsOf(answer));
  switch (answer.kind) {
    case 'refuse': {
      const failure = failureOf(send.channel, answer.code, isUsPaused(draft, draft.workings.settings));
      learn(draft, send, { code: failure.code, at: now });
      return fail(draft, withAttempt(send, 'refused', now), { failure, attempted: true, now });
    }
    case 'lose': {
      const lost = putSend(draft, withAttempt(send, 'unknown', now));
      // A wait of no length that may be repeated: the ledger is asked again at once.
      return (
        unknownAnswer(draft, { send: lost, plan, now }) ?? { status: 'unknown', due: now, ...inHand(send) }
      );
    }
    default: {
      const taken = withAttempt(send, 'accepted', now);
      const token = taken.attempts.at(-1)?.token ?? '';
      const accepted = withEvidence(taken, { kind: 'accepted', code: '', token });
      const dueAt = heldUntil(now, addDuration(now, plan.within, draft.facts.person.timeZone));
      const held = answer.kind === 'hold' ? ({ state: 'held', dueAt } as const) : {};
      return acceptedAnswer(draft, { send: { ...accepted, ...held }, plan, now });
    }
  }
}

function say(draft: Draft, { node, id, category, message }: SimulatedSend, answer: string): void {
  note(draft, { kind: 'message', at: draft.now, node, send: id, category, message, answer });
}

/** What the channel's client would refuse itself, before anything leaves. */
function findUnfit({ facts }: Draft, send: SimulatedSend): Failure | undefined {
  const { message, id, category } = send;
  if (message.channel !== 'whatsapp') return undefined;
  const to = facts.person.phone === undefined ? {} : { phone: facts.person.phone };
  const about = findReferencedMessage(facts, send);
  const payload = toRequestBody({ content: message.body, to, token: id, about, category });
  return payload.ok ? undefined : failureOfProblems(payload.problems);
}

function takeAnswer(draft: Draft, send: SimulatedSend): ProviderAnswer {
  const prepared = takePrepared(draft, isForMessage);
  if (prepared !== undefined) return prepared;
  const { chance } = draft.facts;
  return chance === undefined
    ? { kind: 'accept' }
    : drawAnswer(chance, send, circumstancesOf(draft, draft.workings.settings));
}

function isForMessage(answer: PreparedAnswer): answer is ProviderAnswer {
  return answer.kind !== 'respond';
}

function withAttempt(send: SimulatedSend, state: AttemptState, startedAt: number): SimulatedSend {
  const token = `${send.id}/${send.attempts.length + 1}`;
  return { ...send, attempts: [...send.attempts, { token, state, startedAt }] };
}

function fail(
  draft: Draft,
  posted: SimulatedSend,
  {
    failure,
    attempted,
    now,
  }: { readonly failure: Failure; readonly attempted: boolean; readonly now: number },
): Performed {
  const { code } = failure;
  const send = withLastRefused(posted, code);
  // Each code has tries of its own: what an operator has repaired has used up none of another's.
  const tries = send.attempts.filter((attempt) => attempt.code === code).length;
  const decision = decideRetry(failure, tries, send.expiresAt - now);
  switch (decision.do) {
    case 'retry':
      putSend(draft, send);
      return { status: 'retry', afterMs: decision.afterMs };
    case 'settle':
      return settledAnswer(
        putSend(draft, { ...send, state: 'settled', outcome: decision.outcome, code, attempted }),
      );
    case 'wait': {
      const retry = { at: now + decision.afterMs, code, outcome: decision.outcome };
      return parked(draft, { ...send, policy: retryPolicy, retry, code, attempted }, retry.at);
    }
    case 'park':
      return parked(draft, { ...send, policy: 'account', code, attempted: true }, now + accountCheckMs);
  }
}

function parked(
  draft: Draft,
  send: SimulatedSend & { readonly policy: string },
  until: number,
): ActivityAnswer {
  const { policy, expiresAt: due } = send;
  putSend(draft, { ...send, state: 'parked', dueAt: due });
  return { status: 'parked', until, due, policy, ...inHand(send) };
}

function wordsOf(answer: ProviderAnswer): string {
  switch (answer.kind) {
    case 'accept':
      return 'accepted';
    case 'hold':
      return 'held';
    case 'lose':
      return 'lost';
    case 'refuse':
      return `refused ${answer.code}`;
  }
}
