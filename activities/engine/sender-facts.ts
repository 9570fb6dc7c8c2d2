// What the gate has to know of the sender, read in the transaction that holds the person's memory row locked, and what is
// remembered when the message goes out.

import { askGate } from '../../src/messaging/gate.ts';
import type { GateDecision, GateFacts } from '../../src/messaging/gate-facts.ts';
import type { DirectSend, OutgoingMessage } from '../../src/messaging/message.ts';
import { bars } from '../../src/messaging/policies/restrictions.ts';
import type { Restriction, SenderFacts } from '../../src/messaging/sender-facts.ts';
import { readPair, rememberPairSend } from '../../src/store/pair-limit.ts';
import { askPortfolio, countContact, type PortfolioAsk } from '../../src/store/portfolios.ts';
import { claimProbe, giveUpProbe, readUnproved } from '../../src/store/restriction-probes.ts';
import { readRestrictions, type StoredRestriction } from '../../src/store/restrictions.ts';
import { listAttempts, type Send } from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { callingCodeOf } from '../../src/whatsapp/calling-code.ts';
import { noDirectSend } from '../../src/whatsapp/errors.ts';
import { probeForMs } from '../../src/whatsapp/sender-trouble.ts';
import type { Turn } from './sender-turns.ts';
import type { Sending } from './sending.ts';

export interface Asked {
  readonly decision: GateDecision;
  readonly facts: GateFacts;
}

/**
 * Asks the gate with all facts. The portfolio is asked last, and only where nothing else objects: it holds a lock, which
 * comes after those of restrictions everywhere.
 */
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
  const { unproved, ...read } = await readSenderFacts(trx, sending, { send, turn });
  const sender = directSend ? { ...read, directSend } : read;
  const facts = { ...known, sender };
  const decision = askGate(facts);
  // Without a turn nothing goes out yet, so there is nobody to make room for.
  if (decision.do !== 'allow' || turn === undefined) return { decision, facts };
  // Nor does what comes too late: it finds out nothing.
  const isWorthSending = facts.now < send.expires_at.getTime();
  const concerning = isWorthSending ? unproved.filter((restriction) => bars(restriction, facts)) : [];
  const restrictions = await findOut(trx, concerning, { sendId: send.id, now: facts.now });
  const ask = facts.windowOpen || restrictions.length > 0 ? undefined : await portfolioAskOf(trx, sending);
  const portfolio = ask && (await askPortfolio(trx, ask));
  if (restrictions.length === 0 && portfolio === undefined) return { decision, facts };
  if (concerning.length > 0) await giveUpProbe(trx, send.id);
  const objecting = portfolio === undefined ? { restrictions } : { portfolio };
  return askAgain({ ...facts, sender: { ...sender, ...objecting } });
}

function askAgain(facts: GateFacts): Asked {
  return { decision: askGate(facts), facts };
}

/** Those that another send is about to find out about. */
async function findOut(
  trx: StoreTransaction,
  unproved: readonly StoredRestriction[],
  { sendId, now }: { readonly sendId: string; readonly now: number },
): Promise<Restriction[]> {
  const until = now + probeForMs;
  const taken: Restriction[] = [];
  for (const restriction of unproved) {
    const probe = { sendId, at: new Date(now), until: new Date(until) };
    if (!(await claimProbe(trx, restriction, probe))) taken.push({ ...restriction, until });
  }
  return taken;
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
    ({ route, state, code }) => route === 'direct-send' && state === 'refused' && code === noDirectSend,
  );
}

async function readSenderFacts(
  trx: StoreTransaction,
  { visit: { person, now, rehearsed }, sender }: Sending,
  { send, turn }: { readonly send: Send; readonly turn: Turn | undefined },
): Promise<SenderFacts & { readonly unproved: readonly StoredRestriction[] }> {
  const key = { personId: person.id, senderId: sender.id };
  const account = { senderId: sender.id, accountId: sender.account_id };
  const country = callingCodeOf(person.phone);
  const holding = await readRestrictions(trx, account, new Date(now));
  // A rehearsal, whose clock is ahead, finds out nothing for the others.
  const unproved = rehearsed
    ? { waitedFor: [], open: [] }
    : await readUnproved(trx, account, { sendId: send.id, at: new Date(now) });
  const concerns = ({ kind, detail }: StoredRestriction) => kind !== 'country' || detail === country;
  const pair = await readPair(trx, key);
  return {
    restrictions: [...holding, ...unproved.waitedFor].filter(concerns),
    unproved: unproved.open.filter(concerns),
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
