// Applies an inbound message: the window opens, what kept us quiet is lifted, a send that awaits a reply has it,
// whoever is parked for this person or waits for a message hears of it (DESIGN 7.3, 7.4), a keyword changes consents, and
// journeys that it starts are entered.

import type { Logger } from 'pino';
import { isKeyword } from '../journey/keyword.ts';
import type { EvidenceWord } from '../messaging/outcomes.ts';
import { type MemoryKey, rememberInbound } from '../store/channel-memory.ts';
import { keepLastInbound } from '../store/conversation.ts';
import { type JourneyVersion, listVersionsEnteredByInbound } from '../store/journeys.ts';
import type { FoundPerson } from '../store/person-addresses.ts';
import { findSenderByNumber } from '../store/senders.ts';
import { addEvidence, findSendToAnswer, listParkedRuns, lockSend, type Send } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { failureOfCode } from '../whatsapp/errors.ts';
import { defaultPolicySettings, type PolicySettings } from '../whatsapp/policy-settings.ts';
import type { InboundItem } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';
import { applyKeyword } from './apply-keyword.ts';
import { enterJourneys } from './enter-journeys.ts';
import { recognisePerson } from './recognise-person.ts';
import type { RunSignal } from './run-signal.ts';
import { settleSend } from './settle-send.ts';
import { entryOf } from './stored-language.ts';
import { takeInStranger } from './take-in-stranger.ts';
import { tellInbound, textOf, toInboundData } from './tell-inbound.ts';

export interface ApplyInboundDeps {
  readonly log: Logger;
  readonly settings?: PolicySettings;
  /** Where somebody lives of whom no more is known than the phone; UTC where absent. */
  readonly timeZoneOf?: (phone: string | undefined) => string;
}

/** Builds the applier of `inbound` items: what is owed to runs; nothing where nobody we know or may get to know wrote. */
export function createApplyInbound(deps: ApplyInboundDeps): ApplyItem {
  const { log, settings = defaultPolicySettings } = deps;
  return async (trx, { id, payload }, clock) => {
    const item = payload as unknown as InboundItem;
    const senderId = (await findSenderByNumber(trx, item.phoneNumberId))?.id;
    if (senderId === undefined) return [];
    const entered = await listEntered(trx, item);
    const person = await recognise(trx, item, { entered, deps });
    if (person === undefined) return [];
    const personId = person.id;
    await applyKeyword(trx, { personId, text: textOf(item), at: new Date(item.atMs) }, settings.keywords);
    const opensWindow = !settings.window.notOpenedBy.includes(item.type);
    const key = { personId, senderId };
    const { answered, signals } = await remember(trx, key, {
      id: `inb_${id}`,
      item,
      opensWindow,
      now: clock.now(),
    });
    const told = await tellInbound(trx, { id: `evt_inb_${id}`, item, personId, answered }, { clock, log });
    const versions = entered
      .filter((version) => !person.isStranger || isOpenToStrangers(version))
      // An answer that is waited for begins no other conversation, unless it is a keyword of one.
      .filter((version) => !told.isAwaited || !isEnteredByAny(version));
    const event = { ...toInboundData(item) };
    const starts = await enterJourneys(trx, versions, { personId, event, clock, log });
    // Waits first: they hear the message itself, whoever comes to a wait by what follows from it looks back.
    return [...told.signals, ...signals, ...starts];
  };
}

interface Recognising {
  readonly entered: readonly JourneyVersion[];
  readonly deps: ApplyInboundDeps;
}

async function recognise(
  trx: StoreTransaction,
  item: InboundItem,
  { entered, deps: { log, timeZoneOf } }: Recognising,
): Promise<FoundPerson | undefined> {
  const known = await recognisePerson(trx, item.from, { at: new Date(item.atMs), log });
  if (known !== undefined) return known;
  if (entered.some(isOpenToStrangers))
    return takeInStranger(trx, item, timeZoneOf?.(item.from.phone) ?? 'UTC');
  if (entered.length > 0) log.info({ journeys: entered.length }, 'an inbound of a stranger starts nothing');
  return undefined;
}

interface Message {
  readonly id: string;
  readonly item: InboundItem;
  readonly opensWindow: boolean;
  /** Real time, epoch ms. */
  readonly now: number;
}

/** What follows for the person and for sends; and which send it answers, as that was before. */
async function remember(
  trx: StoreTransaction,
  key: MemoryKey,
  { id, item, opensWindow, now }: Message,
): Promise<{ readonly answered: Send | undefined; readonly signals: readonly RunSignal[] }> {
  const at = new Date(item.atMs);
  await rememberInbound(trx, key, { at, opensWindow, fromAd: item.referral !== undefined });
  // A call opens the window, but says nothing about what was written.
  const isCall = item.type === 'call';
  // What our next message may be about: nothing can be put on a reaction.
  if (!wordless.has(item.type)) await keepLastInbound(trx, key, { messageId: item.id, at });
  const answered = isCall ? undefined : await lockAnswered(trx, key, item);
  // A reaction, put on or taken off, shows that they have seen it; it is no answer.
  const kind = item.type === 'reaction' ? 'read' : 'replied';
  const heard = answered === undefined ? [] : await addSign(trx, answered, { kind, at, now });
  const parked = await listParkedRuns(trx, key);
  const wakes = parked.map(({ runId }) => ({ runId, signal: 'inbound' as const, body: { id } }));
  return { answered, signals: [...heard, ...wakes] };
}

/** The message that it quotes, else the newest one. */
async function lockAnswered(
  trx: StoreTransaction,
  key: MemoryKey,
  { contextId, atMs }: InboundItem,
): Promise<Send | undefined> {
  const sendId = await findSendToAnswer(trx, { ...key, contextId, at: new Date(atMs) });
  return sendId === undefined ? undefined : lockSend(trx, sendId);
}

async function addSign(
  trx: StoreTransaction,
  send: Send,
  { kind, at, now }: { readonly kind: EvidenceWord; readonly at: Date; readonly now: number },
): Promise<RunSignal[]> {
  const added = await addEvidence(trx, { send_id: send.id, kind, code: '', token: '', at });
  return added ? settleSend(trx, send, { failureOf: failureOfCode, now }) : [];
}

/** Neither is said to us: they open the window, but nobody expects an answer. */
const wordless = new Set(['call', 'reaction']);

/** The journeys that this message starts, as far as its words decide. */
async function listEntered(trx: StoreTransaction, item: InboundItem): Promise<JourneyVersion[]> {
  const versions = await listVersionsEnteredByInbound(trx);
  return versions.filter((version) => {
    const { on } = entryOf(version);
    if (!('inbound' in on)) return false;
    if (on.inbound === 'any') return !wordless.has(item.type);
    return isKeyword(textOf(item), on.inbound.keywords);
  });
}

function isEnteredByAny(version: JourneyVersion): boolean {
  const { on } = entryOf(version);
  return 'inbound' in on && on.inbound === 'any';
}

function isOpenToStrangers(version: JourneyVersion): boolean {
  const { on } = entryOf(version);
  return 'inbound' in on && on.strangers === true;
}
