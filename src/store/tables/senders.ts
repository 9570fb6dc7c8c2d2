// Sending identities, templates, and what is remembered of a person with a sender. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { Generated } from 'kysely';
import type { Channel, MessageCategory } from '../../messaging/message.ts';
import type { CreatedAt, Instant } from './columns.ts';

export interface SenderTable {
  id: string;
  channel: Channel;
  /** Phone number id, SMS number, or From address. */
  provider_id: string;
  /** WABA id or provider account. */
  account_id: string | null;
  created_at: CreatedAt;
}

export interface TemplateTable {
  account_id: string;
  name: string;
  language: string;
  category: MessageCategory;
  /** Meta's word: APPROVED, PAUSED, DISABLED … */
  status: string;
  updated_at: Generated<Date>;
}

export interface ChannelMemoryTable {
  person_id: string;
  sender_id: string;
  window_ends_at: Instant | null;
  /** When the refusal that started the cool-down was said. */
  cooldown_since: Instant | null;
  cooldown_until: Instant | null;
  cooldown_count: Generated<number>;
  experiment_since: Instant | null;
  /** 131026 as a belief: not worth trying before this instant. */
  unreachable_until: Instant | null;
}
