// The inbox, its shards and its ears. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { CreatedAt, Instant, JsonColumn } from './columns.ts';

/** `new`: to be applied; `signal`: applied, a run has to hear of it; `quarantined`: failed by itself too often. */
export type InboxState = 'new' | 'signal' | 'done' | 'quarantined';

export interface InboxTable {
  id: GeneratedAlways<string>;
  item_key: string;
  kind:
    | 'status'
    | 'inbound'
    | 'identity'
    | 'preference'
    | 'account'
    | 'template'
    | 'event'
    | 'start'
    | 'wake'
    | 'self-test'
    | 'ignored';
  shard: number;
  payload: JsonColumn<Record<string, unknown>>;
  state: ColumnType<InboxState, InboxState | undefined, InboxState>;
  /** Own failures only; 10 quarantine it. */
  failures: Generated<number>;
  last_error: string | null;
  /** Signals owed to runs once applied. */
  signals: ColumnType<unknown, string | null | undefined, string | null>;
  received_at: CreatedAt;
  available_at: Generated<Date>;
}

export interface InboxShardTable {
  shard: number;
  owner: string | null;
  leased_until: Instant | null;
}

/** What webhooks brought that nobody acts on. */
export interface IgnoredUpdateTable {
  field: string;
  seen: ColumnType<string, number, number>;
  last_at: Instant;
}

/** Presence of dispatchers, so that they share the shards fairly. */
export interface DispatcherTable {
  owner: string;
  seen_until: Instant;
}

/** When each receiver last heard its own self-test (DESIGN 7.2). */
export interface EarTable {
  id: string;
  heard_at: Instant;
}

/** Times in which our ears were closed. */
export interface EarSilenceTable {
  from_at: Instant;
  to_at: Instant;
}
