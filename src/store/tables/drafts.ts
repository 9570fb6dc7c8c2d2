// Drafts of journeys: texts that are being written, whatever errors they have.

import type { ColumnType, Generated } from 'kysely';
import type { JsonColumn } from './columns.ts';

export interface DraftTable {
  journey_id: string;
  /** As the author wrote it, comments and all. */
  source: string;
  /** The journey's name in the source; null where it has none yet. */
  name: JsonColumn<unknown> | null;
  /** A new one at each save, never one that was there before. `bigint`, which comes as text. */
  revision: ColumnType<string, never, string>;
  /** The version it was begun from or last published as. */
  base_version: number | null;
  updated_at: Generated<Date>;
}
