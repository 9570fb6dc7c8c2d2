// Canaries: one for each node of a version that asks for it, from the first message on. Real time.

import type { Generated } from 'kysely';
import type { CanaryState } from '../../messaging/canary.ts';
import type { CreatedAt, Instant } from './columns.ts';

export interface CanaryTable {
  id: string;
  journey_id: string;
  version: number;
  node: string;
  state: Generated<CanaryState>;
  /** What the author asks for. */
  first: number;
  at_least: number;
  /** How many of the first have gone out. */
  admitted: Generated<number>;
  /** Of these, as last counted. */
  delivered: Generated<number>;
  failed: Generated<number>;
  /** When their evidence is waited for no longer; set when the last of them goes out. */
  decide_at: Instant | null;
  decided_at: Instant | null;
  decided_by: 'evidence' | 'time' | 'operator' | null;
  created_at: CreatedAt;
}
