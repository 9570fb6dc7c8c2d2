// Chance that anybody can repeat: what becomes of a message or a wait depends on the seed, the person and the place
// alone, never on the order of things. Pure.

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { listMessageChoices } from '../messaging/choices.ts';
import type { Channel } from '../messaging/message.ts';
import { inVainOutcomes } from '../messaging/outcomes.ts';
import { defaultEventRate, defaultRates, delaysMs } from './default-rates.ts';
import type { ProviderAnswer, SimulatedSend } from './facts.ts';
import { failureOf } from './failure-of.ts';
import type { Chance, ChannelRates } from './script.ts';
import type { WorldAction } from './simulation.ts';

/** Something that will happen, at an instant in epoch milliseconds. */
export interface Fated {
  readonly at: number;
  readonly action: WorldAction;
}

/** What is known around a message: it changes what can become of it. */
export interface Circumstances {
  readonly person: string;
  readonly toUs: boolean;
  readonly windowOpen: boolean;
}

/** The provider's answer to a message. What WhatsApp tells later only is left to `fateOf`. */
export function drawAnswer(chance: Chance, send: SimulatedSend, around: Circumstances): ProviderAnswer {
  const { code } = drawFate(chance, send, around);
  if (code === undefined || isToldLater(send, code, around)) return { kind: 'accept' };
  return { kind: 'refuse', code };
}

/** Evidence that will come for a message that was accepted at `at`, in the order of time. */
export function fateOf(
  chance: Chance,
  send: SimulatedSend,
  around: Circumstances & { readonly at: number },
): Fated[] {
  if (send.channel !== 'whatsapp') return [];
  const { node } = send;
  const { code, isDelivered, draw } = drawFate(chance, send, around);
  const delay = (word: keyof typeof delaysMs) => drawDelay(delaysMs[word], draw());
  if (code !== undefined) {
    const failed = { at: around.at + delay('failed'), action: { fail: code, message: node } };
    return isToldLater(send, code, around) ? [failed] : [];
  }
  if (!isDelivered) return [];
  const { read, clicked, replied } = ratesOf(chance, 'whatsapp');
  const delivered = around.at + delay('delivered');
  const fate: Fated[] = [{ at: delivered, action: { deliver: node } }];
  if (draw() < read) fate.push({ at: delivered + delay('read'), action: { read: node } });
  if (draw() < clicked) fate.push({ at: delivered + delay('clicked'), action: { click: node } });
  if (draw() < replied) fate.push({ at: delivered + delay('replied'), action: drawReply(send, draw) });
  return fate.sort((a, b) => a.at - b.at);
}

/** Any of the message's buttons and rows is as likely; words where it has none. */
function drawReply({ node, message }: SimulatedSend, draw: () => number): WorldAction {
  const choices = listMessageChoices(message);
  const chosen = choices[choices.length === 0 ? 0 : Math.floor(draw() * choices.length)];
  return chosen === undefined ? { reply: '…' } : { tap: chosen.id, message: node };
}

/** When an awaited event comes, between two instants; undefined where it doesn't. */
export function drawEvent(
  chance: Chance,
  { person, place, name, from, until }: AwaitedEvent,
): number | undefined {
  const draw = createDraw(`${chance.seed}/${person}/${place}/${name}`);
  const rate = chance.rates?.events?.[name] ?? defaultEventRate;
  if (draw() >= rate) return undefined;
  return Math.floor(from + draw() * (until - from));
}

export interface AwaitedEvent {
  readonly person: string;
  /** Node and visit. */
  readonly place: string;
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

/** A number in [0, 1) for a person: where in a span of time they enter, for example. */
export function drawShare({ seed }: Chance, person: string, what: string): number {
  return createDraw(`${seed}/${person}/${what}`)();
}

interface Fate {
  readonly code?: string;
  readonly isDelivered: boolean;
  readonly draw: () => number;
}

function drawFate(chance: Chance, send: SimulatedSend, around: Circumstances): Fate {
  const draw = createDraw(`${chance.seed}/${around.person}/${send.id}`);
  const { failed, delivered } = ratesOf(chance, send.channel);
  let left = draw();
  for (const [code, share] of Object.entries(failed)) {
    left -= share;
    if (left >= 0) continue;
    // Who would have been refused as marketing gets everything else.
    return canHappen(send, code, around) ? { code, isDelivered: false, draw } : { isDelivered: true, draw };
  }
  return { isDelivered: left < delivered, draw };
}

/** Rates that are said, over the default ones; nothing that nobody names happens. */
function ratesOf({ rates }: Chance, channel: Channel) {
  const known: ChannelRates = defaultRates[channel];
  const said = rates?.[channel] ?? {};
  return {
    failed: said.failed ?? known.failed ?? {},
    delivered: said.delivered ?? known.delivered ?? 0,
    read: said.read ?? known.read ?? 0,
    clicked: said.clicked ?? known.clicked ?? 0,
    replied: said.replied ?? known.replied ?? 0,
  };
}

const ofMarketing: ReadonlySet<string> = new Set(inVainOutcomes.marketing);

function canHappen(send: SimulatedSend, code: string, { toUs, windowOpen }: Circumstances): boolean {
  const { outcome } = failureOf(send.channel, code, toUs);
  if (send.channel !== 'whatsapp' || !ofMarketing.has(outcome)) return true;
  return send.category === 'marketing' && !windowOpen;
}

/** Failures that are nothing to be tried again come by webhook on WhatsApp; all others are the provider's answer. */
function isToldLater({ channel }: SimulatedSend, code: string, { toUs }: Circumstances): boolean {
  if (channel !== 'whatsapp') return false;
  const { retry, outcome } = failureOf(channel, code, toUs);
  return retry === 'never' && !outcome.startsWith('template');
}

/** Even over the orders of magnitude between the two, in milliseconds. */
function drawDelay([quickest, slowest]: readonly [number, number], share: number): number {
  return Math.round(quickest * (slowest / quickest) ** share);
}

/** Draws that follow from a text alone. */
function createDraw(text: string): () => number {
  const generator = xoroshiro128plus(hash(text));
  return () => uniformFloat64(generator);
}

/** 32 bits that depend on every character: FNV-1a, then the finish of MurmurHash3. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
