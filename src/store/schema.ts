// The tables as Kysely sees them. Times are `timestamptz`, ids are ULIDs with a prefix; migrations are the truth.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from '../machine/chart.ts';
import type { Channel, MessageCategory } from '../messaging/message.ts';
import type { EvidenceWord } from '../messaging/outcomes.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type CreatedAt = ColumnType<Date, Date | string | undefined, never>;
type JsonColumn<T = unknown> = ColumnType<T, string, string>;

export interface JourneyTable {
  id: string;
  latest_version: number;
  created_at: CreatedAt;
}

export interface JourneyVersionTable {
  journey_id: string;
  version: number;
  /** Content hash of the meaning: the definition without `canvas`. Publishing it again changes nothing. */
  hash: string;
  /** Content hash of the chart (`hashJson(chart)`): what runs refer to, and caches are keyed by. */
  chart_hash: string;
  definition: JsonColumn;
  /** The journeys that it awaits, by id, as they were when it was published. */
  journeys: JsonColumn<Record<string, unknown>>;
  chart: JsonColumn;
  /** Event names that a live run of this version cares about (waits and exit rules). */
  events: string[];
  /** Event name that starts it, if any. */
  entry_event: string | null;
  /** Inbound messages start it; which ones, the definition says. */
  entry_inbound: boolean;
  created_at: CreatedAt;
}

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

export interface ConsentTable {
  person_id: string;
  channel: Channel;
  topic: string;
  state: 'in' | 'out';
  source: string;
  changed_at: Instant;
}

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

export type RunState = 'starting' | 'running' | 'closed';

export interface RunTable {
  id: string;
  journey_id: string;
  version: number;
  person_id: string;
  key: string;
  state: RunState;
  outcome: string | null;
  /** The event or API body that started it. */
  event: JsonColumn<Record<string, unknown>>;
  /** What `set` nodes have set. */
  vars: ColumnType<Record<string, Json>, never, never>;
  /** Rehearsals only: the person's offset when the run started; added to the workflow's own clock. */
  clock_base_ms: ColumnType<string, number | undefined, never>;
  rehearsed: ColumnType<boolean, boolean | undefined, never>;
  created_at: CreatedAt;
  started_at: Instant | null;
  closed_at: Instant | null;
}

export interface RunStepTable {
  run_id: string;
  node: string;
  visit: number;
  entered_at: Instant;
  outcome: string | null;
  settled_at: Instant | null;
  attempted: boolean | null;
  code: string | null;
  policy: string | null;
  send_id: string | null;
  /** Order of the first writing. */
  seq: GeneratedAlways<string>;
}

/** What a visit was answered when its node changed something, so that it is changed once. */
export interface VisitAnswerTable {
  run_id: string;
  node: string;
  visit: number;
  answer: JsonColumn;
}

/** How many of a throttle's places a period has given away. */
export interface ThrottleWindowTable {
  journey_id: string;
  node: string;
  /** Rehearsed people have clocks of their own, and take no places from the others. */
  rehearsed: boolean;
  per: 'minute' | 'hour' | 'day';
  starts_at: Instant;
  taken: number;
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

/** `parked` waits at the gate; `sending` has an attempt in flight; the last two are ends. */
export type SendState = 'parked' | 'sending' | 'accepted' | 'held' | 'unknown' | 'settled' | 'abandoned';

export interface SendTable {
  id: string;
  run_id: string;
  node: string;
  visit: number;
  person_id: string;
  sender_id: string;
  channel: Channel;
  category: MessageCategory;
  state: SendState;
  /** The word awaited; evidence at or above it settles the send. */
  awaits: string;
  outcome: string | null;
  attempted: Generated<boolean>;
  code: string | null;
  policy: string | null;
  /** End of the wait of the present state, on the run's clock. */
  due_at: Instant | null;
  /** Gate: when it is asked again without a wake. */
  parked_until: Instant | null;
  /** When the message stops being worth sending; set at the first reservation. */
  expires_at: Instant;
  /** Strongest evidence so far, and failure beside it: the join. */
  reached: EvidenceWord | null;
  failed_code: string | null;
  /** Evidence of delivery came after the run had taken another edge. */
  late: Generated<boolean>;
  /** Real time, unlike the instants above, which are on the run's clock. */
  created_at: CreatedAt;
  updated_at: Generated<Date>;
}

export type AttemptState = 'in_flight' | 'accepted' | 'refused' | 'not_sent' | 'unknown';

export interface AttemptTable {
  /** The opaque token that travels with the message. */
  token: string;
  send_id: string;
  number: number;
  state: AttemptState;
  http_status: number | null;
  code: string | null;
  provider_message_id: string | null;
  started_at: Instant;
  ended_at: Instant | null;
}

export interface EvidenceTable {
  send_id: string;
  kind: EvidenceWord;
  /** The provider's code of a `failed`, else empty. */
  code: string;
  /** The attempt it is about; empty where the provider did not say. */
  token: string;
  at: Instant;
  received_at: Generated<Date>;
}

/** `new`: to be applied; `signal`: applied, a run has to hear of it; `quarantined`: failed by itself too often. */
export type InboxState = 'new' | 'signal' | 'done' | 'quarantined';

export interface InboxTable {
  id: GeneratedAlways<string>;
  item_key: string;
  kind: 'status' | 'inbound' | 'event' | 'start' | 'wake' | 'self-test' | 'ignored';
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

export interface ApiKeyTable {
  id: string;
  name: string;
  hash: string;
  created_at: CreatedAt;
  revoked_at: Instant | null;
}

export interface Database {
  journey: JourneyTable;
  journey_version: JourneyVersionTable;
  person: PersonTable;
  consent: ConsentTable;
  sender: SenderTable;
  template: TemplateTable;
  channel_memory: ChannelMemoryTable;
  run: RunTable;
  run_step: RunStepTable;
  visit_answer: VisitAnswerTable;
  throttle_window: ThrottleWindowTable;
  event: EventTable;
  send: SendTable;
  attempt: AttemptTable;
  evidence: EvidenceTable;
  inbox: InboxTable;
  inbox_shard: InboxShardTable;
  dispatcher: DispatcherTable;
  ear: EarTable;
  ear_silence: EarSilenceTable;
  api_key: ApiKeyTable;
}
