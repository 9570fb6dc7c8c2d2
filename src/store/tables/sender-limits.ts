// What a sender and its account may send, how fast, and to how many: facts of Meta's, shared by all journeys.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { RestrictionKind, RestrictionScope } from '../../messaging/sender-facts.ts';
import type { InboundRates } from '../../messaging/sender-pace.ts';
import type { RateLanes } from '../../messaging/sender-rate.ts';
import type { CreatedAt, Instant, JsonColumn } from './columns.ts';

/** One bar; it holds from `since` until `until` unless it was lifted. The row stays, so that a pause can grow. */
export interface RestrictionTable {
  scope: RestrictionScope;
  /** Account (WABA) id, or our id of the sender. */
  scope_id: string;
  kind: RestrictionKind;
  /** Of a country: its calling code; empty otherwise. */
  detail: string;
  /** Meta's word or code. */
  reason: string;
  since: Instant;
  until: Instant | null;
  lifted_at: Instant | null;
  /** How often it came in a row, each soon after the one before. */
  strikes: Generated<number>;
  /** After its end: the send that finds out whether it is over, and how long the others wait for that. */
  probe_send_id: string | null;
  probe_until: Instant | null;
}

/** The pace of a sender, leased by workers. Real time, unlike most instants. */
export interface SenderRateTable {
  sender_id: string;
  lanes: JsonColumn<RateLanes>;
  /** After 130429: what the rate was cut to, and when; it recovers from there. */
  slowed_to: number | null;
  slowed_at: Instant | null;
  /** Inbound messages a second, which count towards Meta's limit (F§1.6), by who measures them. */
  inbound: ColumnType<InboundRates, string | undefined, string>;
}

/** A business portfolio's messaging limit (F§4.8). */
export interface PortfolioTable {
  id: string;
  /** People a day; -1 where there is no limit, null while nobody told us. */
  daily_limit: number | null;
  limit_at: Instant | null;
  /** Meta has refused somebody new: nobody else until then. */
  full_until: Instant | null;
}

/** How many people a portfolio has written to. */
export interface PortfolioQueueTable {
  portfolio_id: string;
  rehearsed: boolean;
  /** Number of the newest contact. */
  contacts: Generated<number>;
  /** How many of them have no person any more. */
  given_back: Generated<number>;
}

/** Somebody was written to outside a window; numbered in the order of time. */
export interface PortfolioContactTable {
  portfolio_id: string;
  /** Rehearsed people have clocks of their own, and take no places from the others. */
  rehearsed: boolean;
  number: number;
  /** Null: no message has reached them, somebody else may have the place. */
  person_id: string | null;
  at: Instant;
}

/** Something Meta told us that an operator should know. */
export interface NoticeTable {
  id: GeneratedAlways<string>;
  scope: RestrictionScope;
  scope_id: string;
  /** Meta's word, e.g. `ACCOUNT_VIOLATION`. */
  event: string;
  severity: 'info' | 'warning' | 'critical';
  /** Words and numbers of Meta's; nothing personal. */
  facts: ColumnType<Record<string, string>, string, never>;
  at: Instant;
  created_at: CreatedAt;
}
