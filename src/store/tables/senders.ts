// Sending identities, and what is remembered of a person with a sender. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { Generated } from 'kysely';
import type { Channel } from '../../messaging/message.ts';
import type { CreatedAt, Instant } from './columns.ts';

export interface SenderTable {
  id: string;
  channel: Channel;
  /** What journeys call it. */
  name: Generated<string>;
  /** False for those that the configuration has no more: rows refer to them still. */
  active: Generated<boolean>;
  /** Sends where nothing says otherwise; else the oldest does. */
  is_default: Generated<boolean>;
  /** Who passes messages on: `meta`, `360dialog`; its client knows. */
  provider: string | null;
  /** May send outside the window without a template (F§5.4). */
  direct_send: Generated<boolean>;
  /** Phone number id, SMS number, or From address. */
  provider_id: string;
  /** WABA id or provider account. */
  account_id: string | null;
  /** Business portfolio; unknown ones count as if each account had its own. */
  portfolio_id: string | null;
  /** Digits of the number as Meta shows it: what some webhooks name it by. */
  display_phone: string | null;
  /** Meta's words when it was last asked: of its `health_status` and of its quality. */
  health: string | null;
  quality: string | null;
  /** Messages per second, in and out, that Meta allows the number (F§1.6). */
  per_second: Generated<number>;
  /** As of when Meta told it; null while it has not. */
  per_second_at: Instant | null;
  /** The operator has set it: that stands, whatever Meta tells. */
  per_second_set: Generated<boolean>;
  created_at: CreatedAt;
}

export interface ChannelMemoryTable {
  person_id: string;
  sender_id: string;
  window_ends_at: Instant | null;
  /** 131047 since the person last wrote. */
  window_refusals: Generated<number>;
  window_refused_at: Instant | null;
  /** The person came by an ad or a page's button. */
  ad_entry_at: Instant | null;
  /** 131049 since the person last wrote: the last of them, and how many. */
  cooldown_since: Instant | null;
  cooldown_count: Generated<number>;
  /** 130472: the first, and the last or the probe after it. */
  experiment_since: Instant | null;
  experiment_checked_at: Instant | null;
  /** The send that probes. */
  experiment_probe: string | null;
  /** 131026 since the last sign of life: the last of them, and how many. */
  unreachable_at: Instant | null;
  unreachable_count: Generated<number>;
  /** Pair limit: when all that was sent would have been sent at the steady pace, and 131056 since that was so. */
  pair_paid_at: Instant | null;
  pair_refusals: Generated<number>;
  /** What the provider calls the person's last message, and when it was written. */
  last_inbound_id: string | null;
  last_inbound_at: Instant | null;
}
