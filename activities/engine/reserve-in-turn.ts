// Before a POST: a turn at the sender's rate and the reservation, in an order that keeps the person's row unlocked while
// we wait, and wastes no place on what the gate holds back anyway (DESIGN 7.1).

import { CancelledFailure, Context } from '@temporalio/activity';
import type { MessageCategory } from '../../src/messaging/message.ts';
import type { Place } from '../../src/messaging/sender-rate.ts';
import { findTemplate } from '../../src/store/templates.ts';
import type { EngineDeps } from './deps.ts';
import { type Reservation, type Reserved, reserveSend } from './reserve-send.ts';
import type { SenderTurns, Turn } from './sender-turns.ts';
import type { Sending } from './sending.ts';
import { keyOf } from './template-facts.ts';

export type TurnDeps = Pick<EngineDeps, 'store'> & { readonly turns: SenderTurns };

export async function reserveInTurn({ store, turns }: TurnDeps, sending: Sending): Promise<Reserved> {
  const { sender } = sending;
  const reserve = (turn: Turn | undefined): Promise<Reservation> => {
    // Cancelled before anything left, also while we waited for the turn: the run has gone on without this message.
    if (Context.current().cancellationSignal.aborted)
      throw new CancelledFailure('The run has left the node.');
    return store.transaction().execute((trx) => reserveSend(trx, sending, turn));
  };

  const first = await takeFirstTurn({ store, turns }, sending);
  const reservation = await reserve(first);
  if (reservation.do !== 'queue') {
    if (first?.is === 'now' && reservation.do !== 'post') turns.giveBack(sender.id);
    return reservation;
  }
  // Allowed, but without a turn: now a place is taken even where it is far off.
  const { category } = reservation;
  const turn = await turns.ask(sender.id, { ask: 'take', category, onlySoon: false });
  const again = await reserve(turn);
  if (again.do === 'queue') throw new TypeError('a turn was given, yet one was asked for');
  if (turn.is === 'now' && again.do !== 'post') turns.giveBack(sender.id);
  return again;
}

/** None for what will hardly be sent now: a send whose outcome or evidence is asked for. */
async function takeFirstTurn({ store, turns }: TurnDeps, sending: Sending): Promise<Turn | undefined> {
  if (sending.message.channel !== 'whatsapp') return { is: 'now' };
  const found = await findOpenSend(store, sending);
  if (found !== undefined && found.state !== 'parked' && found.state !== 'sending') return undefined;
  const place = placeOf(found);
  if (place !== undefined) return turns.ask(sending.sender.id, { ask: 'keep', place });
  const category = found?.category ?? (await findCategory(store, sending));
  return turns.ask(sending.sender.id, { ask: 'take', category, onlySoon: true });
}

async function findOpenSend(store: EngineDeps['store'], { visit }: Sending) {
  return store
    .selectFrom('send')
    .select(['state', 'category', 'place_lane', 'place_number'])
    .where('run_id', '=', visit.runId)
    .where('node', '=', visit.node)
    .where('visit', '=', visit.visit)
    .executeTakeFirst();
}

function placeOf(found: Awaited<ReturnType<typeof findOpenSend>>): Place | undefined {
  if (found === undefined || found.place_lane === null || found.place_number === null) return undefined;
  return { lane: found.place_lane, number: found.place_number };
}

/** Only chooses the lane; the reservation reads it again with its row locked. */
async function findCategory(store: EngineDeps['store'], sending: Sending): Promise<MessageCategory> {
  const { message, plan, sender } = sending;
  if (message.channel !== 'whatsapp' || message.body.type !== 'template') return plan.category ?? 'service';
  const key = { accountId: sender.account_id ?? '', ...keyOf(message.body.template) };
  return (await findTemplate(store, key))?.category ?? 'marketing';
}
