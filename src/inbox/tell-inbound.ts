// Tells runs of a message of their person, as the event `whatsapp.inbound`: those whose version names it. What it says is
// kept in the event; runs hear its id. Where it answers a message of such a run, one `whatsapp.wait-reply` may hear it.

import type { Logger } from 'pino';
import { type InboundEventData, inboundEvent } from '../journey/engine-events.ts';
import { insertEvent } from '../store/events.ts';
import { findPerson } from '../store/people.ts';
import { insertReply, isReplyAwaited } from '../store/replies.ts';
import { findRun, listRunsAwaiting } from '../store/runs.ts';
import type { Send } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { InboundItem } from '../whatsapp/webhook/items.ts';
import type { Clock } from './clock.ts';
import type { RunSignal } from './run-signal.ts';
import { toSignal } from './tell-event.ts';

export interface InboundMessage {
  /** Of its event. Ours: what Meta calls the message contains a phone number and stays out of histories. */
  readonly id: string;
  readonly item: InboundItem;
  readonly personId: string;
  /** The message that it answers, as its row was before. */
  readonly answered: Send | undefined;
}

export interface Told {
  readonly signals: readonly RunSignal[];
  /** A run stands at the message that it answers, or waits for the answer: it is nothing to start another one by. */
  readonly isAwaited: boolean;
}

export async function tellInbound(
  trx: StoreTransaction,
  { id, item, personId, answered }: InboundMessage,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<Told> {
  const runs = await listRunsAwaiting(trx, personId, inboundEvent);
  const person = runs.length === 0 ? undefined : await findPerson(trx, personId);
  if (person === undefined) return { signals: [], isAwaited: false };
  const at = new Date(item.atMs);
  const data = { ...toInboundData(item), ...(await toQuoted(trx, item, answered)) };
  const event = { id, name: inboundEvent, data, at };
  await insertEvent(trx, { ...event, personId });
  const signals = runs.map((run) => toSignal(run, { event, person, clock, log }));
  if (answered === undefined || !runs.some((run) => run.id === answered.run_id)) {
    return { signals, isAwaited: false };
  }
  const { id: sendId, run_id: runId, state } = answered;
  await insertReply(trx, { eventId: id, runId, sendId, quotes: item.contextId !== undefined, at });
  const now = new Date(clock.now() + person.clockOffsetMs);
  return { signals, isAwaited: state !== 'settled' || (await isReplyAwaited(trx, runId, now)) };
}

/** What `event` is, for those who wait for the message and for journeys that it starts. */
export function toInboundData(item: InboundItem): InboundEventData {
  const { type, button, flow, atMs } = item;
  return {
    type,
    text: textOf(item),
    ...(button === undefined ? {} : { payload: button.payload }),
    ...(flow === undefined ? {} : { flow: flow.response }),
    at: new Date(atMs).toISOString(),
  };
}

/** What the person wrote or tapped; empty for pictures and the like. */
export function textOf({ text, button }: InboundItem): string {
  return text ?? button?.text ?? '';
}

async function toQuoted(
  trx: StoreTransaction,
  { contextId }: InboundItem,
  answered: Send | undefined,
): Promise<Pick<InboundEventData, 'node' | 'journey'>> {
  if (contextId === undefined || answered === undefined) return {};
  const run = await findRun(trx, answered.run_id);
  return { node: answered.node, ...(run === undefined ? {} : { journey: run.journeyId }) };
}
