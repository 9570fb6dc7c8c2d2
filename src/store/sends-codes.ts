// Whether a journey sends codes: people wait for them, so its runs go first where tasks queue up.

import { sql } from 'kysely';
import type { Store } from './store.ts';

/** By the categories that its nodes say, and those of its templates as Meta has told them. */
export async function sendsCodes(
  store: Store,
  { journeyId, version }: { readonly journeyId: string; readonly version: number },
): Promise<boolean> {
  const { rows } = await sql`
    select from journey_version, jsonb_path_query(definition, '$.nodes.*.with') as config
    where journey_id = ${journeyId} and version = ${version}
      and (config ->> 'category' = 'authentication' or exists (
        select from template where name = config ->> 'template' and category = 'authentication'))
    limit 1`.execute(store);
  return rows.length > 0;
}
