// Answers what a flow node asks, and carries out what it changes: the engine's `evaluate` on facts in memory. Pure.

import type { ReplyUse } from '../journey/catalogue.ts';
import { addDuration } from '../journey/duration.ts';
import { toNodeBeside } from '../journey/sub-journey.ts';
import { toThrottlePeriod } from '../journey/throttle-periods.ts';
import type { ActivityAnswer } from '../machine/vocabulary.ts';
import { mergeAttributes } from '../node-kit/merge-attributes.ts';
import { NodeError } from '../node-kit/node-error.ts';
import type { Change, EvaluateAnswer, HeardEvent, Place } from '../node-kit/node-type.ts';
import { change, type Draft, note, takePrepared } from './draft.ts';
import type { Facts, PreparedAnswer, SimulatedSend } from './facts.ts';
import { windowOf } from './gate-facts.ts';
import { evaluateFor, type Visit } from './visit.ts';

/** @throws NodeError where the node cannot come to an answer on this data */
export function evaluateFlow(draft: Draft, visit: Visit, heard?: HeardEvent): ActivityAnswer {
  const { type, config, scope, node } = visit;
  if (type.kind !== 'flow' || type.evaluate === undefined) {
    throw new NodeError('NODE_NOT_EVALUATED', `Node "${node}" has nothing to evaluate.`, {
      retryable: false,
    });
  }
  const { timeZone } = draft.facts.person;
  const replies =
    type.replies === undefined ? undefined : findReplies(draft.facts, visit, type.replies(config));
  if (replies !== undefined && heard !== undefined && !replies.includes(heard)) return { status: 'ignored' };
  const answer = type.evaluate({
    config,
    scope,
    timeZone,
    evaluate: (source) => evaluateFor(scope, source),
    evaluateWith: (source, event) => evaluateFor({ ...scope, event: event.data }, source),
    after: (duration) => addDuration(scope.now, duration, timeZone),
    ...(heard === undefined ? {} : { heard }),
    earlier: replies ?? findEarlier(draft.facts, visit, heard),
    ...(type.readsWindow === true ? { window: windowOf(draft, scope.now) } : {}),
    journeyId: draft.workings.definition.id,
    node,
    visit: visit.visit,
  });
  return carryOut(draft, visit, answer);
}

/** What a node that looks back sees when it begins to wait. */
function findEarlier(
  { heard }: Facts,
  { type, config }: Visit,
  asked: HeardEvent | undefined,
): readonly HeardEvent[] {
  if (type.kind !== 'flow' || asked !== undefined || type.looksBack?.(config) !== true) return [];
  const names = type.events?.(config) ?? [];
  return heard.filter(({ name }) => names.includes(name));
}

/** Answers that no node has heard, to the newest message of a node or of the run: the engine's `listReplies`. */
function findReplies(
  { sends, replies, heard }: Facts,
  { node }: Visit,
  { to }: ReplyUse,
): readonly HeardEvent[] {
  const about = to === undefined ? undefined : toNodeBeside(node, to);
  const sent = sends
    .filter(({ channel }) => channel === 'whatsapp')
    .flatMap(toLeft)
    .toSorted(inOrder);
  const meant = sent.findLastIndex((message) => about === undefined || message.node === about);
  const since = sent[meant]?.leftAt;
  if (since === undefined) return [];
  const ids = replies.filter(({ isTaken, send, quotes, at }) => {
    const answered = sent.findIndex(({ id }) => id === send);
    if (isTaken || answered < 0) return false;
    if (!quotes || about === undefined) return answered >= meant;
    return sent[answered]?.node === about && at > since - 1_000;
  });
  return heard.filter(({ id }) => ids.some((reply) => reply.id === id));
}

interface LeftMessage {
  readonly id: string;
  readonly node: string;
  readonly leftAt: number;
}

function toLeft({ id, node, attempts }: SimulatedSend): readonly LeftMessage[] {
  const left = attempts.filter(({ state }) => state === 'accepted' || state === 'unknown');
  return left.length === 0 ? [] : [{ id, node, leftAt: Math.max(...left.map(({ startedAt }) => startedAt)) }];
}

/** Those of one instant stay in the order in which they were reserved. */
function inOrder(one: LeftMessage, other: LeftMessage): number {
  return one.leftAt - other.leftAt;
}

function carryOut(draft: Draft, visit: Visit, answer: EvaluateAnswer): ActivityAnswer {
  if ('due' in answer) return { status: 'wait', due: answer.due };
  if ('ignored' in answer) return { status: 'ignored' };
  if ('place' in answer) return takePlace(draft, visit, answer.place);
  const changes = answer.changes ?? [];
  // All or nothing, as the engine's transaction.
  let { facts } = draft;
  for (const one of changes) facts = { ...facts, ...apply(facts, one) };
  change(draft, facts);
  for (const one of changes) {
    if (one.kind !== 'take') note(draft, { kind: 'changed', at: draft.now, node: visit.node, change: one });
  }
  return { status: 'settled', outcome: answer.outcome };
}

function apply(facts: Facts, one: Change): Partial<Facts> {
  switch (one.kind) {
    case 'vars':
      return { vars: { ...facts.vars, ...one.set } };
    case 'attributes':
      return {
        person: { ...facts.person, attributes: mergeAttributes(facts.person.attributes, one.set) },
      };
    case 'consent':
      return { consents: withConsent(facts, one) };
    case 'take':
      return {
        replies: facts.replies.map((reply) => (reply.id === one.reply ? { ...reply, isTaken: true } : reply)),
      };
    case 'start':
      // Another run, simulated by itself: that it was started is in the trace.
      return {};
  }
}

/** The consents with this one in the place of what was said of its channel and topic before. */
export function withConsent(
  { consents }: Pick<Facts, 'consents'>,
  { channel, topic, state, at }: Facts['consents'][number],
): Facts['consents'] {
  const others = consents.filter((fact) => fact.channel !== channel || fact.topic !== topic);
  return [...others, { channel, topic, state, ...(at === undefined ? {} : { at }) }];
}

type Responded = Extract<PreparedAnswer, { readonly kind: 'respond' }>;

/** A place in this period, or in the first later one that has any; none where the script says that all are taken. */
function takePlace(draft: Draft, { node, now }: Visit, place: Place): ActivityAnswer {
  const { limit, per, granted, full, latest } = place;
  const isFull = (answer: PreparedAnswer): answer is Responded =>
    answer.kind === 'respond' && answer.outcome === full;
  if (takePrepared(draft, isFull) !== undefined) return { status: 'settled', outcome: full };
  const { startsAt, periodMs } = toThrottlePeriod(now, per);
  const { places } = draft.facts;
  const keyOf = (start: number) => `${node} ${per} ${start}`;
  const takenAt = (start: number) => places[keyOf(start)] ?? 0;
  let start = startsAt;
  while (takenAt(start) >= limit) start += periodMs;
  if (start > latest) return { status: 'settled', outcome: full };
  change(draft, { places: { ...places, [keyOf(start)]: takenAt(start) + 1 } });
  return start <= now ? { status: 'settled', outcome: granted } : { status: 'wait', due: start };
}
