// A person's consents, read for people who ask about one person. The gate reads them itself, in its own transaction.

import type { Consent } from './people.ts';
import type { Store } from './store.ts';

/** By channel and topic. */
export async function listConsents(store: Store, personId: string): Promise<Consent[]> {
  return store
    .selectFrom('consent')
    .select(['channel', 'topic', 'state', 'source', 'business_name as businessName', 'changed_at as at'])
    .where('person_id', '=', personId)
    .orderBy('channel')
    .orderBy('topic')
    .execute();
}
