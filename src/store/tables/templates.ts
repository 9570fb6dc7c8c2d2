// What Meta says of our message templates. Each part has the time as of which it was so, real time by Meta's clock or ours,
// so that news may come in any order.

import type { ColumnType, Generated } from 'kysely';
import type { MessageCategory } from '../../messaging/message.ts';
import type { TemplateComponent } from '../../whatsapp/templates.ts';
import type { Instant } from './columns.ts';

export interface TemplateTable {
  /** WABA. */
  account_id: string;
  name: string;
  language: string;
  /** Meta's id, where it was told. */
  meta_id: string | null;
  category: MessageCategory;
  category_at: Instant | null;
  /** Before Meta changed it. */
  previous_category: MessageCategory | null;
  /** What Meta has announced that it will be. */
  correct_category: MessageCategory | null;
  /** Meta's word: APPROVED, PAUSED, DISABLED …; ours is MISSING, after 132001. Null while nobody told. */
  status: string | null;
  status_at: Instant | null;
  /** Meta's word for why, or the code that told. */
  status_reason: string | null;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality: string | null;
  quality_at: Instant | null;
  /** POSITIONAL or NAMED. */
  parameter_format: string | null;
  components: ColumnType<
    readonly TemplateComponent[] | null,
    string | null | undefined,
    string | null | undefined
  >;
  components_at: Instant | null;
  /** When a full list last had it. */
  synced_at: Instant | null;
  updated_at: Generated<Date>;
}

/** When an account's templates are listed again, and how many calls of management that has taken (F§1.6). */
export interface TemplateSyncTable {
  account_id: string;
  /** Whoever is at it has until then. */
  leased_until: Instant | null;
  next_at: Instant;
  /** Calls since the full hour. */
  calls: Generated<number>;
  hour_at: Instant;
  /** The start of the last list that came to its end. */
  synced_at: Instant | null;
  /** In a row; with the last one's code. */
  failures: Generated<number>;
  last_error: string | null;
}
