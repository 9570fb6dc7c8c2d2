// Runs, listed for people: newest first, a page at a time. Ids are ULIDs, so their order is that of creation and the
// last id of a page is where the next one goes on.

import type { Store } from './store.ts';
import type { RunState } from './tables/runs.ts';

export interface RunFilter {
  readonly journeyId?: string | undefined;
  readonly personId?: string | undefined;
  readonly state?: RunState | undefined;
  /** The id after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ListedRun {
  readonly id: string;
  readonly journeyId: string;
  readonly version: number;
  /** External id. */
  readonly person: string;
  readonly key: string;
  readonly state: RunState;
  readonly outcome: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  /** The node entered last, as far as the journal knows. */
  readonly node: string | null;
}

export async function listRuns(store: Store, filter: RunFilter): Promise<ListedRun[]> {
  const { journeyId, personId, state, after, limit } = filter;
  let query = store
    .selectFrom('run')
    .innerJoin('person', 'person.id', 'run.person_id')
    .select([
      'run.id',
      'run.journey_id as journeyId',
      'run.version',
      'person.external_id as person',
      'run.key',
      'run.state',
      'run.outcome',
      'run.created_at as createdAt',
      'run.closed_at as closedAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('run_step')
        .select('run_step.node')
        .whereRef('run_step.run_id', '=', 'run.id')
        .orderBy('run_step.entered_at', 'desc')
        .limit(1)
        .as('node'),
    )
    .orderBy('run.id', 'desc')
    .limit(limit);
  if (journeyId !== undefined) query = query.where('run.journey_id', '=', journeyId);
  if (personId !== undefined) query = query.where('run.person_id', '=', personId);
  if (state !== undefined) query = query.where('run.state', '=', state);
  if (after !== undefined) query = query.where('run.id', '<', after);
  return query.execute();
}
