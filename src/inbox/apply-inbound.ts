// Applies an inbound message: the window opens, what kept us quiet is lifted, a send that awaits a reply has it,
// whoever is parked for this person hears of it (DESIGN 7.3, 7.4), a keyword changes consents, and journeys that it starts
// are entered.

import type { Logger } from 'pino';
import { isKeyword } from '../journey/keyword.ts';
import { type MemoryKey, rememberInbound } from '../store/channel-memory.ts';
import { keepLastInbound } from '../store/conversation.ts';
import { type JourneyVersion, listVersionsEnteredByInbound } from '../store/journeys.ts';
import { addEvidence, findSendToAnswer, listParkedRuns, lockSend } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import { failureOfCode } from '../whatsapp/errors.ts';
import { defaultPolicySettings, type PolicySettings } from '../whatsapp/policy-settings.ts';
import type { InboundItem } from '../whatsapp/webhook/items.ts';
import { admitRun } from './admit-run.ts';
import type { ApplyItem } from './apply-batch.ts';
import { applyKeyword } from './apply-keyword.ts';
import type { Clock } from './clock.ts';
import { recognisePerson } from './recognise-person.ts';
import type { Owed, RunSignal } from './run-signal.ts';
import { settleSend } from './settle-send.ts';
import { entryOf } from './stored-language.ts';

export interface ApplyInboundDeps {
  readonly log: Logger;
  readonly settings?: PolicySettings;
}

/** Builds the applier of `inbound` items: what is owed to runs; nothing when the sender is not known here. */
export function createApplyInbound({ log, settings = defaultPolicySettings }: ApplyInboundDeps): ApplyItem {
  return async (trx, { id, payload }, clock) => {
    const item = payload as unknown as InboundItem;
    const senderId = await findSender(trx, item.phoneNumberId);
    if (senderId === undefined) return [];
    const versions = await listEntered(trx, item);
    const person = await recognisePerson(trx, item.from, { at: new Date(item.atMs), log });
    if (person === undefined) {
      // Strangers are not taken in as persons yet; what they would have started shows here.
      if (versions.length > 0)
        log.info({ journeys: versions.length }, 'an inbound of a stranger starts nothing');
      return [];
    }
    const personId = person.id;
    await applyKeyword(trx, { personId, text: textOf(item), at: new Date(item.atMs) }, settings.keywords);
    // What Meta calls the message contains a phone number and stays out of histories.
    const told = { id: `inb_${id}`, item, opensWindow: !settings.window.notOpenedBy.includes(item.type) };
    const signals = await tellRuns(trx, { personId, senderId }, told);
    const starts = await enterJourneys(trx, versions, { personId, item, clock, log });
    return [...signals, ...starts];
  };
}

async function tellRuns(
  trx: StoreTransaction,
  key: MemoryKey,
  {
    id,
    item,
    opensWindow,
  }: { readonly id: string; readonly item: InboundItem; readonly opensWindow: boolean },
): Promise<RunSignal[]> {
  const fromAd = item.referral !== undefined;
  await rememberInbound(trx, key, { at: new Date(item.atMs), opensWindow, fromAd });
  if (item.type !== 'call') await keepLastInbound(trx, key, { messageId: item.id, at: new Date(item.atMs) });
  // A call opens the window, but says nothing about what was written.
  const replied = item.type === 'call' ? [] : await applyReply(trx, key, item);
  const parked = await listParkedRuns(trx, key);
  return [...replied, ...parked.map(({ runId }) => ({ runId, signal: 'inbound' as const, body: { id } }))];
}

/** A reply is evidence for the message it quotes, else for the newest one. */
async function applyReply(trx: StoreTransaction, key: MemoryKey, item: InboundItem): Promise<RunSignal[]> {
  const at = new Date(item.atMs);
  const sendId = await findSendToAnswer(trx, { ...key, contextId: item.contextId, at });
  if (sendId === undefined) return [];
  const send = await lockSend(trx, sendId);
  const added = await addEvidence(trx, { send_id: sendId, kind: 'replied', code: '', token: '', at });
  return added ? settleSend(trx, send, failureOfCode) : [];
}

/** The journeys that this message starts, as far as its words decide. */
async function listEntered(trx: StoreTransaction, item: InboundItem): Promise<JourneyVersion[]> {
  const text = textOf(item);
  const versions = await listVersionsEnteredByInbound(trx);
  return versions.filter((version) => {
    const { on } = entryOf(version);
    if (!('inbound' in on)) return false;
    return on.inbound === 'any' || isKeyword(text, on.inbound.keywords);
  });
}

interface Entering {
  readonly personId: string;
  readonly item: InboundItem;
  readonly clock: Clock;
  readonly log: Logger;
}

async function enterJourneys(
  trx: StoreTransaction,
  versions: readonly JourneyVersion[],
  { personId, item, clock, log }: Entering,
): Promise<Owed[]> {
  const event = { text: textOf(item), type: item.type, at: new Date(item.atMs).toISOString() };
  const starts: Owed[] = [];
  for (const version of versions) {
    const admitted = await admitRun(trx, { version, personId, event, nowMs: clock.now() });
    if (admitted.admitted) starts.push({ runId: admitted.runId, signal: 'start' });
    else if (admitted.reason === 'expression') {
      log.warn({ journey: version.journeyId, code: admitted.expressionCode }, 'entry condition failed');
    }
  }
  return starts;
}

/** What the person wrote or tapped; empty for pictures and the like. */
function textOf(item: InboundItem): string {
  return item.text ?? item.button?.text ?? '';
}

async function findSender(trx: StoreTransaction, phoneNumberId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('sender')
    .select('id')
    .where('channel', '=', 'whatsapp')
    .where('provider_id', '=', phoneNumberId)
    .executeTakeFirst();
  return row?.id;
}
