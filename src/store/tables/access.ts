// Who may call the API. Instants are `timestamptz`; ids are ULIDs with a prefix.

import type { CreatedAt, Instant } from './columns.ts';

export interface ApiKeyTable {
  id: string;
  name: string;
  hash: string;
  created_at: CreatedAt;
  revoked_at: Instant | null;
}

/** A link that was given out and not opened yet. */
export interface SessionLinkTable {
  code_hash: string;
  /** The key that asked for it; null for one that only the configuration knows. */
  key_id: string | null;
  expires_at: Instant;
}

/** A browser that was let in. */
export interface SessionTable {
  id: string;
  token_hash: string;
  /** That of its link: a session ends with it. */
  key_id: string | null;
  created_at: CreatedAt;
  /** Moves on with use. */
  expires_at: Instant;
  /** Never moves; `expires_at` is no later. */
  ends_at: Instant;
}
