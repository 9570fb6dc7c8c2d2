// The ledger: sends, attempts, evidence. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { ColumnType, Generated } from 'kysely';
import type { DeliveryRoute } from '../../messaging/delivery.ts';
import type { Because } from '../../messaging/gate-facts.ts';
import type { Channel, MessageCategory } from '../../messaging/message.ts';
import type { EvidenceWord } from '../../messaging/outcomes.ts';
import type { LaneName } from '../../messaging/sender-rate.ts';
import type { CreatedAt, Instant } from './columns.ts';

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
  /** Those that it may go out by, as `name/language`, the first choice first; null where it needs none. */
  templates: string[] | null;
  /** The one that its last attempt used. */
  template: string | null;
  /** It is one of the first of this canary. */
  canary: string | null;
  /** The word awaited; evidence at or above it settles the send. */
  awaits: string;
  outcome: string | null;
  attempted: Generated<boolean>;
  code: string | null;
  policy: string | null;
  /** The facts that the policy decided by. */
  because: ColumnType<Because | null, string | null | undefined, string | null>;
  /** End of the wait of the present state, on the run's clock. */
  due_at: Instant | null;
  /** Gate: when it is asked again without a wake. */
  parked_until: Instant | null;
  /** The place that the sender's rate promised it, while it waits for that. */
  place_lane: LaneName | null;
  place_number: number | null;
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
  /** How it went to the provider: the last way that was tried; null where there is only one. */
  route: DeliveryRoute | null;
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
  /** What the provider charges for with it, in its own words, such as `marketing` and `free_entry_point`. */
  price_category: string | null;
  price_type: string | null;
  received_at: Generated<Date>;
}
