// Journeys and their published versions. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { CreatedAt, JsonColumn } from './columns.ts';

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
  /** As its author wrote it: `jsonb` keeps neither comments nor the order of nodes. */
  source: string;
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
  /** What its publisher said of it. */
  note: string | null;
  created_at: CreatedAt;
}
