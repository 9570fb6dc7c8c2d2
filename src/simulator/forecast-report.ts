// What a forecast says in the end: the tally with costs, the busiest minute against the sender's limit, and how sure one
// can be. Plain JSON, for `--json` and tables alike. Pure.

import type { PriceList } from '../journey/surroundings.ts';
import { defaultPerSecond } from './default-rates.ts';
import type { Counts, Tally } from './tally.ts';

export interface ForecastReport {
  readonly people: number;
  readonly entered: number;
  /** Who gets nothing and why: entry conditions and policies, most frequent first. */
  readonly excluded: readonly Counted[];
  readonly outcomes: readonly Counted[];
  readonly steps: readonly Counted[];
  readonly messages: readonly Counted[];
  readonly fallbacks: readonly Counted[];
  /** Undefined without prices, or where none of the messages has one. */
  readonly cost?: Cost;
  /** Undefined where nothing goes out by WhatsApp. */
  readonly busiestMinute?: BusiestMinute;
}

export interface Counted {
  readonly key: string;
  readonly count: number;
}

export interface Cost {
  readonly currency: string;
  readonly total: number;
  readonly byKind: readonly (Counted & { readonly cost: number })[];
  /** Kinds of messages that no price is known for. */
  readonly unpriced: readonly string[];
}

export interface BusiestMinute {
  /** Its start, epoch milliseconds. */
  readonly at: number;
  readonly messages: number;
  /** What the sender may post in a minute. */
  readonly limit: number;
  /** How long the messages of that minute take at the sender's limit, in milliseconds; at most a minute is as planned. */
  readonly drainMs: number;
}

export interface ReportOptions {
  readonly prices?: PriceList;
  /** Messages per second of the WhatsApp sender. */
  readonly perSecond?: number;
}

export function toForecastReport(tally: Tally, options: ReportOptions = {}): ForecastReport {
  const { prices, perSecond = defaultPerSecond } = options;
  const cost = prices === undefined ? undefined : costOf(tally.charged, prices);
  const busiestMinute = findBusiest(tally.minutes, perSecond);
  return {
    people: tally.people,
    entered: tally.entered,
    excluded: sorted({ ...prefixed('entry', tally.refused), ...tally.unsent }),
    outcomes: sorted(tally.outcomes),
    steps: sorted(tally.steps),
    messages: sorted(tally.messages),
    fallbacks: sorted(tally.fallbacks),
    ...(cost === undefined ? {} : { cost }),
    ...(busiestMinute === undefined ? {} : { busiestMinute }),
  };
}

function costOf(charged: Counts, { currency, prices }: PriceList): Cost | undefined {
  const byKind = sorted(charged).flatMap(({ key, count }) => {
    const price = prices[key] ?? prices[key.split('.')[0] ?? ''];
    return price === undefined ? [] : [{ key, count, cost: roundMoney(price * count) }];
  });
  const unpriced = Object.keys(charged).filter((kind) => !byKind.some(({ key }) => key === kind));
  if (byKind.length === 0) return undefined;
  return { currency, total: roundMoney(byKind.reduce((sum, { cost }) => sum + cost, 0)), byKind, unpriced };
}

/** Prices of messages have up to five decimals. */
function roundMoney(amount: number): number {
  return Math.round(amount * 100_000) / 100_000;
}

function findBusiest(minutes: Counts, perSecond: number): BusiestMinute | undefined {
  const busiest = Object.entries(minutes).reduce<[string, number] | undefined>(
    (most, minute) => (most === undefined || minute[1] > most[1] ? minute : most),
    undefined,
  );
  if (busiest === undefined) return undefined;
  const [minute, messages] = busiest;
  return {
    at: Number(minute) * 60_000,
    messages,
    limit: perSecond * 60,
    drainMs: Math.ceil((messages / perSecond) * 1_000),
  };
}

function prefixed(prefix: string, counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${prefix} ${key}`, count]));
}

/** Most frequent first, then by name. */
function sorted(counts: Counts): Counted[] {
  return Object.entries(counts)
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
