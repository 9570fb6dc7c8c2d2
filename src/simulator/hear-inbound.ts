// The person writes or taps: the window opens, a message is answered, whoever waits for it hears of it, what waits at
// the gate is asked again. In the order of the inbox. Pure.

import { consentsByKeyword } from '../journey/consent-keyword.ts';
import { type InboundEventData, inboundEvent } from '../journey/engine-events.ts';
import { type Choice, listMessageChoices } from '../messaging/choices.ts';
import { learnFromInbound } from '../whatsapp/learn.ts';
import { change, type Draft, note } from './draft.ts';
import { hasLeft, type SimulatedSend } from './facts.ts';
import { withConsent } from './flow.ts';
import { findMessage, giveEvidence, heardId, type MessageName, tellEvent } from './hear.ts';
import { feed } from './move.ts';

/** The person writes; it answers the newest message. */
export function hearText(draft: Draft, text: string): void {
  hear(draft, { type: 'text', text });
}

/** The person taps a button or row of a message. False where no message that has left has it. */
export function hearTap(draft: Draft, id: string, name: MessageName): boolean {
  const tapped = findTapped(draft.facts.sends, id, name);
  if (tapped === undefined) return false;
  const { send, choice } = tapped;
  const isTemplate = send.message.channel === 'whatsapp' && send.message.form === 'template';
  const type = isTemplate ? 'button' : 'interactive';
  hear(draft, { type, text: choice.title ?? id, payload: id }, send);
  return true;
}

/** The newest message, or the newest of a node, that has such a button. */
export function findTapped(
  sends: readonly SimulatedSend[],
  id: string,
  name: MessageName,
): { readonly send: SimulatedSend; readonly choice: Choice } | undefined {
  for (const send of sends.toReversed()) {
    const choice = listMessageChoices(send.message).find((candidate) => candidate.id === id);
    if (choice !== undefined && hasLeft(send) && (name === true || send.node === name))
      return { send, choice };
  }
  return undefined;
}

/** Ids of the buttons and rows of the newest message that has any. */
export function listTaps(sends: readonly SimulatedSend[]): readonly string[] {
  const offered = sends.filter(hasLeft).map(({ message }) => listMessageChoices(message));
  return (offered.findLast((choices) => choices.length > 0) ?? []).map(({ id }) => id);
}

type Written = Pick<InboundEventData, 'type' | 'text' | 'payload'>;

/** @param quoted the message that it names; else it only comes after the newest */
function hear(draft: Draft, written: Written, quoted?: SimulatedSend): void {
  const { facts, now } = draft;
  note(draft, { kind: 'heard', at: now, what: quoted === undefined ? 'inbound' : 'tap', name: written.text });
  takeKeyword(draft, written.text);
  change(draft, {
    memory: { ...facts.memory, whatsapp: learnFromInbound(facts.memory.whatsapp ?? {}, now) },
  });
  const answered = quoted ?? findMessage(facts, true);
  const id = heardId(draft.facts);
  if (answered !== undefined) {
    const reply = { id, send: answered.id, quotes: quoted !== undefined, at: now, isTaken: false };
    change(draft, { replies: [...draft.facts.replies, reply] });
  }
  const about = quoted === undefined ? {} : { node: quoted.node, journey: draft.workings.definition.id };
  const at = new Date(now).toISOString();
  tellEvent(draft, { id, name: inboundEvent, data: { ...written, ...about, at } });
  if (answered !== undefined) giveEvidence(draft, answered.node, { word: 'replied' });
  const parked = draft.facts.sends.some(({ channel, state }) => channel === 'whatsapp' && state === 'parked');
  if (parked) feed(draft, { type: 'inbound', at: now, id });
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
