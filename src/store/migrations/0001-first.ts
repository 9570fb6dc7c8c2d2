// The first schema. Written as SQL because it reads best so; applied once, never edited after a release.

import { type Kysely, sql } from 'kysely';
import { access } from './first/access.ts';
import { canaries } from './first/canaries.ts';
import { drafts } from './first/drafts.ts';
import { inbox } from './first/inbox.ts';
import { journeys } from './first/journeys.ts';
import { people } from './first/people.ts';
import { runs } from './first/runs.ts';
import { senderLimits } from './first/sender-limits.ts';
import { senders } from './first/senders.ts';
import { sends } from './first/sends.ts';
import { templates } from './first/templates.ts';

/** In the order in which tables refer to each other. */
const statements = [
  ...journeys,
  ...drafts,
  ...people,
  ...senders,
  ...templates,
  ...canaries,
  ...senderLimits,
  ...runs,
  ...sends,
  ...inbox,
  ...access,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
