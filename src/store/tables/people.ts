// Persons, what they allow, and what they do. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { ColumnType, Generated } from 'kysely';
import type { Channel } from '../../messaging/message.ts';
import type { CreatedAt, Instant, JsonColumn } from './columns.ts';

export interface PersonTable {
  id: string;
  external_id: string;
  phone: string | null;
  business_scoped_user_id: string | null;
  email: string | null;
  locale: string | null;
  time_zone: string;
  attributes: JsonColumn<Record<string, unknown>>;
  /** Rehearsals only: how far this person's clock is ahead of real time. */
  clock_offset_ms: ColumnType<string, number | undefined, number>;
  created_at: CreatedAt;
  updated_at: Generated<Date>;
}

/** A business-scoped id that a person is or was known by (F§5.1). The one we send to is on the person. */
export interface PersonUserIdTable {
  user_id: string;
  person_id: string;
  /** Shared by linked portfolios; any other belongs to one portfolio. */
  is_parent: boolean;
  /** The time of the webhook that named it first, as Meta says. */
  seen_at: Instant;
}

export interface ConsentTable {
  person_id: string;
  channel: Channel;
  topic: string;
  state: 'in' | 'out';
  source: string;
  /** The business that the person agreed with, where it was said (F§4.10). */
  business_name: string | null;
  changed_at: Instant;
}

/** A business event of a person: what conditions ask about by its id, and what waits look back on. */
export interface EventTable {
  id: string;
  person_id: string;
  name: string;
  /** When it happened, as its sender says. */
  at: Instant;
  /** When it was applied, in real time: what "since the run was entered" goes by. */
  heard_at: Generated<Date>;
  data: JsonColumn<Record<string, unknown>>;
}
