// What a run hears: evidence, events, an operator. Each is applied the way the inbox applies it in production. Pure.

import { type LateEventData, lateEvent } from '../journey/engine-events.ts';
import { ExpressionError, type ExpressionScope, evaluateCondition } from '../journey/expression.ts';
import { findAsked, isFinished } from '../machine/driver.ts';
import type { EvidenceWord } from '../messaging/outcomes.ts';
import { NodeError } from '../node-kit/node-error.ts';
import type { HeardEvent } from '../node-kit/node-type.ts';
import { change, type Draft, note, putSend } from './draft.ts';
import { type Facts, hasLeft, type SimulatedSend } from './facts.ts';
import { evaluateFlow } from './flow.ts';
import {
  isLate,
  isToBeRepeated,
  judge,
  learn,
  learnDelivered,
  settledBy,
  withEvidence,
  withLastRefused,
} from './ledger.ts';
import { feed } from './move.ts';
import { openVisit, toPersonScope } from './visit.ts';

/** `true`: the newest message; a text: the newest of that node. */
export type MessageName = true | string;

/** Messages that evidence can come for: those on WhatsApp that have left, newest first. */
export function findMessage({ sends }: Facts, name: MessageName): SimulatedSend | undefined {
  return sends.findLast(
    (send) => send.channel === 'whatsapp' && hasLeft(send) && (name === true || send.node === name),
  );
}

export interface NewEvidence {
  readonly word: EvidenceWord;
  readonly code?: string;
}

/** Evidence about a message. False where there is no such message. */
export function giveEvidence(draft: Draft, name: MessageName, { word, code = '' }: NewEvidence): boolean {
  const send = findMessage(draft.facts, name);
  if (send === undefined) return false;
  const token = word === 'replied' || word === 'clicked' ? '' : (send.attempts.at(-1)?.token ?? '');
  const informed = withEvidence(send, { kind: word, code, token });
  if (informed === send) return true;
  if (word === 'failed') learn(draft, send, { code, at: draft.now });
  if (word === 'delivered' || word === 'read') learnDelivered(draft, send);
  const settled = ['settled', 'abandoned'].includes(send.state);
  const about = { node: send.node, send: send.id, word };
  note(draft, {
    kind: 'evidence',
    at: draft.now,
    ...about,
    ...(code === '' ? {} : { code }),
    ...(settled ? { late: true } : {}),
  });
  const known = putSend(draft, { ...informed, late: isLate(informed) });
  if (known.late && !send.late) hearLate(draft, known);
  if (send.state === 'parked') settleParked(draft, known);
  else if (!settled && send.state !== 'sending') settleBy(draft, informed);
  return true;
}

/** What waits at the gate for another attempt needs none where the one before arrived after all. */
function settleParked(draft: Draft, send: SimulatedSend): void {
  const verdict = judge(draft, send);
  if (verdict?.outcome !== send.awaits) return;
  putSend(draft, settledBy(send, verdict));
  feed(draft, { type: 'wake', at: draft.now, reason: 'attempt-arrived' });
}

function settleBy(draft: Draft, send: SimulatedSend): void {
  const verdict = judge(draft, send);
  if (verdict === undefined) return;
  if (isToBeRepeated(draft, send, verdict)) {
    putSend(draft, withLastRefused(send, verdict.code ?? ''));
    feed(draft, { type: 'wake', at: draft.now, reason: 'attempt-failed' });
    return;
  }
  putSend(draft, settledBy(send, verdict));
  feed(draft, { type: 'evidence', at: draft.now, send: send.id, ...verdict });
}

/** An event of the person: exit rules first, then whoever waits for it. */
export function hearEvent(draft: Draft, { name, data }: Omit<HeardEvent, 'id'>): void {
  note(draft, { kind: 'heard', at: draft.now, what: 'event', name });
  tellEvent(draft, { id: heardId(draft.facts), name, data });
}

/** The id of the next event. */
export function heardId({ heard }: Pick<Facts, 'heard'>): string {
  return `event#${heard.length + 1}`;
}

/** Keeps an event and tells the run of it. */
export function tellEvent(draft: Draft, event: HeardEvent): void {
  const exit = findExit(draft, event);
  change(draft, { heard: [...draft.facts.heard, event] });
  if (isFinished(draft.run)) return;
  if (exit === undefined) tellNode(draft, event);
  else leave(draft, exit, 'exit-rule');
}

/** The message reached the person after all, when the run had gone on without it. */
function hearLate(draft: Draft, { node, channel }: SimulatedSend): void {
  const { workings, facts } = draft;
  const data: LateEventData = { node, journey: workings.definition.id, run: facts.runId, channel };
  hearEvent(draft, { name: lateEvent, data: { ...data } });
}

function tellNode(draft: Draft, event: HeardEvent): void {
  const type = `event.${event.name}` as const;
  const input = { type, at: draft.now, id: event.id };
  const asked = findAsked(draft.run, type);
  if (asked === undefined) {
    feed(draft, input);
    return;
  }
  const outcome = askMeaning(draft, asked, event);
  if (outcome !== undefined) feed(draft, { ...input, outcome });
}

/** Ends the run from outside. */
export function leave(draft: Draft, as: string, reason: 'exit-rule' | 'operator'): void {
  if (reason === 'operator') note(draft, { kind: 'heard', at: draft.now, what: 'exit', name: as });
  feed(draft, { type: 'exit', at: draft.now, as, reason });
}

/** Conditions of exit rules see person, event and run; one that fails on this data counts as false. */
function findExit({ workings, facts, now }: Draft, event: HeardEvent): string | undefined {
  const scope: ExpressionScope = {
    person: toPersonScope(facts.person),
    event: event.data,
    run: { id: facts.runId, key: facts.key },
    nodes: {},
    now,
  };
  const rule = workings.definition.exit?.find(
    ({ on, if: source }) => on.event === event.name && (source === undefined || holds(source, scope)),
  );
  return rule?.as;
}

function holds(source: string, scope: ExpressionScope): boolean {
  try {
    return evaluateCondition(source, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return false;
  }
}

/** What an event means to the node at hand; undefined where it means nothing. */
function askMeaning(
  draft: Draft,
  asked: { readonly node: string; readonly visit: number },
  event: HeardEvent,
): string | undefined {
  try {
    const answer = evaluateFlow(draft, openVisit(draft, { ...asked, now: draft.now }), event);
    return answer.status === 'settled' ? answer.outcome : undefined;
  } catch (error) {
    if (!(error instanceof NodeError)) throw error;
    return undefined;
  }
}
