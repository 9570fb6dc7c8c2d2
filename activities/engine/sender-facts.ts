// What the gate has to know of the sender, read in the transaction that holds the person's memory row locked, and what is
// remembered when the message goes out.

import { askGate } from '../../src/messaging/gate.ts';
import type { GateDecision, GateFacts } from '../../src/messaging/gate-facts.ts';
import type { DirectSend, OutgoingMessage } from '../../src/messaging/message.ts';
import type { SenderFacts } from '../../src/messaging/sender-facts.ts';
import { readPair, rememberPairSend } from '../../src/store/pair-limit.ts';
import { askPortfolio, countContact, type PortfolioAsk } from '../../src/store/portfolios.ts';
import { readRestrictions } from '../../src/store/restrictions.ts';
import { listAttempts, type Send } from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { callingCodeOf } from '../../src/whatsapp/calling-code.ts';
import type { Turn } from './sender-turns.ts';
import type { Sending } from './sending.ts';

export interface Asked {
  readonly decision: GateDecision;
  readonly facts: GateFacts;
}

/** Asks the gate with all facts. The portfolio is asked last, and only where nothing else objects: it holds a lock. */
export async function askGateOfSender(
  trx: StoreTransaction,
  sending: Sending,
  {
    facts: known,
    send,
    turn,
  }: { readonly facts: GateFacts; readonly send: Send; readonly turn: Turn | undefined },
): Promise<Asked> {
  if (sending.message.channel !== 'whatsapp') return { decision: askGate(known), facts: known };
  const directSend = !known.windowOpen && (await canSendDirectly(trx, sending, send));
  const sender = await readSenderFacts(trx, sending, turn);
  const facts = { ...known, sender: directSend ? { ...sender, directSend } : sender };
  const decision = askGate(facts);
  // Without a turn nothing goes out yet, so there is nobody to make room for.
  if (decision.do !== 'allow' || turn === undefined || facts.windowOpen) return { decision, facts };
  const ask = await portfolioAskOf(trx, sending);
  const portfolio = ask && (await askPortfolio(trx, ask));
  if (portfolio === undefined) return { decision, facts };
  const full = { ...facts, sender: { ...facts.sender, portfolio } };
  return { decision: askGate(full), facts: full };
}

/** The message goes out: it counts towards the pair limit and, outside a window, towards the portfolio's. */
export async function rememberPosted(
  trx: StoreTransaction,
  sending: Sending,
  { windowOpen, sender: { pair } }: GateFacts,
): Promise<void> {
  const { visit, message, sender } = sending;
  if (message.channel !== 'whatsapp') return;
  const key = { personId: visit.person.id, senderId: sender.id };
  await rememberPairSend(trx, key, { pair, at: visit.now });
  const ask = windowOpen ? undefined : await portfolioAskOf(trx, sending);
  if (ask !== undefined) await countContact(trx, ask);
}

export function directSendOf(message: OutgoingMessage): DirectSend | undefined {
  return message.channel === 'whatsapp' ? message.directSend : undefined;
}

/** Wished for, a capability of the sender, and Meta has not said no to this message yet (F§5.4). */
async function canSendDirectly(
  trx: StoreTransaction,
  { message, sender }: Sending,
  { id }: Send,
): Promise<boolean> {
  if (!sender.direct_send || directSendOf(message) === undefined) return false;
  return !(await listAttempts(trx, id)).some(
    ({ route, state, code }) => route === 'direct-send' && state === 'refused' && code === notEnabled,
  );
}

/** The account has no Direct Send, or the body does not suit it; a ban, 139200, is a restriction. */
const notEnabled = '100';

async function readSenderFacts(
  trx: StoreTransaction,
  { visit: { person, now }, sender }: Sending,
  turn: Turn | undefined,
): Promise<SenderFacts> {
  const key = { personId: person.id, senderId: sender.id };
  const account = { senderId: sender.id, accountId: sender.account_id };
  const restrictions = await readRestrictions(trx, account, new Date(now));
  const country = callingCodeOf(person.phone);
  const pair = await readPair(trx, key);
  return {
    restrictions: restrictions.filter(({ kind, detail }) => kind !== 'country' || detail === country),
    ...(pair === undefined ? {} : { pair }),
    // A real wait, told on the run's clock.
    ...(turn?.is === 'later' ? { placeAt: now + turn.waitMs } : {}),
  };
}

/** Undefined for a sender of no portfolio and no account. */
async function portfolioAskOf(
  trx: StoreTransaction,
  { visit, sender }: Sending,
): Promise<PortfolioAsk | undefined> {
  const row = await trx
    .selectFrom('sender')
    .select((eb) => eb.fn.coalesce('portfolio_id', 'account_id').as('portfolioId'))
    .where('id', '=', sender.id)
    .executeTakeFirst();
  if (row?.portfolioId == null) return undefined;
  const { person, rehearsed, now } = visit;
  return { portfolioId: row.portfolioId, personId: person.id, rehearsed, now };
}
