// Who may call the API. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { CreatedAt, Instant } from './columns.ts';

export interface ApiKeyTable {
  id: string;
  name: string;
  hash: string;
  created_at: CreatedAt;
  revoked_at: Instant | null;
}
