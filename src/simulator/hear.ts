// What a run hears: evidence, messages of the person, events, an operator. Each is applied the way the inbox applies it
// in production. Pure.

import { consentsByKeyword } from '../journey/consent-keyword.ts';
import { ExpressionError, type ExpressionScope, evaluateCondition } from '../journey/expression.ts';
import { findAsked } from '../machine/driver.ts';
import type { EvidenceWord } from '../messaging/outcomes.ts';
import { NodeError } from '../node-kit/node-error.ts';
import type { HeardEvent } from '../node-kit/node-type.ts';
import { learnFromInbound } from '../whatsapp/learn.ts';
import { change, type Draft, note, putSend } from './draft.ts';
import { type Facts, hasLeft, type SimulatedSend } from './facts.ts';
import { evaluateFlow, withConsent } from './flow.ts';
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
  putSend(draft, { ...informed, late: isLate(informed) });
  if (!settled && send.state !== 'sending' && send.state !== 'parked') settleBy(draft, informed);
  return true;
}

function settleBy(draft: Draft, send: SimulatedSend): void {
  const verdict = judge(draft, send);
  if (verdict === undefined) return;
  if (isToBeRepeated(draft, send, verdict)) {
    putSend(draft, withLastRefused(send));
    feed(draft, { type: 'wake', at: draft.now, reason: 'attempt-failed' });
    return;
  }
  putSend(draft, settledBy(send, verdict));
  feed(draft, { type: 'evidence', at: draft.now, send: send.id, ...verdict });
}

/** The person writes to us: the window opens, the newest message is answered, what waits at the gate is asked again. */
export function hearInbound(draft: Draft, text: string): void {
  const { facts, now } = draft;
  note(draft, { kind: 'heard', at: now, what: 'inbound', name: text });
  takeKeyword(draft, text);
  change(draft, {
    memory: { ...facts.memory, whatsapp: learnFromInbound(facts.memory.whatsapp ?? {}, now) },
  });
  giveEvidence(draft, true, { word: 'replied' });
  const parked = draft.facts.sends.some(({ channel, state }) => channel === 'whatsapp' && state === 'parked');
  if (parked) feed(draft, { type: 'inbound', at: draft.now, id: `inbound#${now}` });
}

/** A keyword opts the person out or in, as in the inbox. */
function takeKeyword(draft: Draft, text: string): void {
  const { consents } = draft.facts;
  const isOutOfAll = consents.some(
    ({ channel, topic, state }) => channel === 'whatsapp' && topic === '' && state === 'out',
  );
  for (const said of consentsByKeyword(text, draft.workings.settings.keywords, isOutOfAll)) {
    change(draft, { consents: withConsent(draft.facts, { channel: 'whatsapp', ...said, at: draft.now }) });
  }
}

/** An event of the person: exit rules first, then whoever waits for it. */
export function hearEvent(draft: Draft, event: HeardEvent): void {
  const { name } = event;
  note(draft, { kind: 'heard', at: draft.now, what: 'event', name });
  const exit = findExit(draft, event);
  change(draft, { heard: [...draft.facts.heard, event] });
  if (exit === undefined) tellNode(draft, event);
  else leave(draft, exit, 'exit-rule');
}

function tellNode(draft: Draft, event: HeardEvent): void {
  const type = `event.${event.name}` as const;
  const input = { type, at: draft.now, id: `event#${draft.facts.heard.length}` };
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
