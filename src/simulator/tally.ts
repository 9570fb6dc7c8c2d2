// What a forecast counts: sums that can be added up over people, threads and files. Plain JSON. Pure.

import { failureOutcomes } from '../messaging/outcomes.ts';
import { hasLeft, type SimulatedSend } from './facts.ts';
import type { Simulation } from './simulation.ts';
import type { Begun } from './simulator.ts';

export type Counts = { [key: string]: number };

/** Keys are words of the journey or of the engine; never anything about a person. */
export interface Tally {
  people: number;
  entered: number;
  /** Who may not enter: `condition`, `expression`. */
  refused: Counts;
  /** Who entered and was sent nothing at all, by the policy of the first message and its code: `consent opted_out`. */
  unsent: Counts;
  /** The run's outcome; `…` for a run that waits forever. */
  outcomes: Counts;
  /** Outcomes of each node: `offer→delivered`. */
  steps: Counts;
  /** Messages that were posted and not refused, by channel and category: `whatsapp.marketing`. */
  messages: Counts;
  /** Of those, the ones that a provider charges for: on WhatsApp those delivered. */
  charged: Counts;
  /** Which failure led to which channel: `whatsapp limit.user→sms`. */
  fallbacks: Counts;
  /** Posts to WhatsApp in each minute (epoch minutes). */
  minutes: Counts;
}

export function createTally(): Tally {
  return {
    people: 0,
    entered: 0,
    refused: {},
    unsent: {},
    outcomes: {},
    steps: {},
    messages: {},
    charged: {},
    fallbacks: {},
    minutes: {},
  };
}

/** Adds a person who may not enter. */
export function countRefused(tally: Tally, { reason }: Extract<Begun, { readonly entered: false }>): void {
  tally.people += 1;
  add(tally.refused, reason);
}

/** Adds a run that is over, or waits forever. */
export function countRun(tally: Tally, { ended, steps, facts }: Simulation): void {
  tally.people += 1;
  tally.entered += 1;
  add(tally.outcomes, ended ?? waitingOutcome);
  for (const { node, outcome } of steps) add(tally.steps, `${node}→${outcome}`);
  for (const send of facts.sends) countSend(tally, send);
  countFallbacks(tally, facts.sends);
  const [first] = facts.sends;
  if (first !== undefined && !facts.sends.some(({ attempted }) => attempted)) {
    add(tally.unsent, [first.policy ?? first.outcome ?? 'invalid', first.code].filter(Boolean).join(' '));
  }
}

/** The key of runs that are not over and never will be by themselves. */
export const waitingOutcome = '…';

/** Adds the counts of one tally to another. */
export function mergeTally(into: Tally, from: Tally): Tally {
  into.people += from.people;
  into.entered += from.entered;
  for (const field of countFields) {
    for (const [key, count] of Object.entries(from[field])) add(into[field], key, count);
  }
  return into;
}

const countFields = [
  'refused',
  'unsent',
  'outcomes',
  'steps',
  'messages',
  'charged',
  'fallbacks',
  'minutes',
] as const satisfies readonly (keyof Tally)[];

function countSend(tally: Tally, send: SimulatedSend): void {
  const { channel, category, attempts, evidence } = send;
  if (channel === 'whatsapp') {
    for (const { startedAt } of attempts) add(tally.minutes, String(Math.floor(startedAt / minuteMs)));
  }
  if (!hasLeft(send)) return;
  const kind = `${channel}.${category}`;
  add(tally.messages, kind);
  const isFailed = evidence.some(({ kind: word }) => word === 'failed');
  const isDelivered = evidence.some(({ kind: word }) => word !== 'accepted' && word !== 'failed');
  if (!isFailed && (channel !== 'whatsapp' || isDelivered)) add(tally.charged, kind);
}

/** A message that failed, and the next one on another channel. */
function countFallbacks(tally: Tally, sends: readonly SimulatedSend[]): void {
  for (const [index, { channel, outcome = '' }] of sends.entries()) {
    const next = sends[index + 1];
    if (next === undefined || next.channel === channel || !failures.has(outcome)) continue;
    add(tally.fallbacks, `${channel} ${outcome}→${next.channel}`);
  }
}

const minuteMs = 60_000;
const failures: ReadonlySet<string> = new Set(failureOutcomes);

function add(counts: Counts, key: string, count = 1): void {
  counts[key] = (counts[key] ?? 0) + count;
}
