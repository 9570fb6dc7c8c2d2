// Runs, listed for people: newest first, a page at a time. Ids are ULIDs, so their order is that of creation and the
// last id of a page is where the next one goes on.

import type { ExpressionBuilder } from 'kysely';
import { firstName } from './people-search.ts';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';
import type { RunState } from './tables/runs.ts';

export interface RunFilter {
  readonly journeyId?: string | undefined;
  readonly personId?: string | undefined;
  readonly state?: RunState | undefined;
  readonly version?: number | undefined;
  /** How the run ended. */
  readonly outcome?: string | undefined;
  /** A node that it has come to. */
  readonly node?: string | undefined;
  /** How a visit of the node ended, one of these; null: it is in the node now. */
  readonly left?: readonly string[] | null | undefined;
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
  /** The person's attribute `firstName`, where it is a text. */
  readonly firstName: string | null;
  readonly key: string;
  readonly state: RunState;
  readonly outcome: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  /** The node entered last, as far as the journal knows. */
  readonly node: string | null;
}

export async function listRuns(store: Store, filter: RunFilter): Promise<ListedRun[]> {
  const { journeyId, personId, state, version, outcome, node, left, after, limit } = filter;
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
    .select(firstName.as('firstName'))
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
  if (version !== undefined) query = query.where('run.version', '=', version);
  if (outcome !== undefined) query = query.where('run.outcome', '=', outcome);
  if (node !== undefined) query = query.where(visited(node, left));
  if (after !== undefined) query = query.where('run.id', '<', after);
  return query.execute();
}

/** Whether the run has a visit of the node, and how that ended. */
function visited(node: string, left: RunFilter['left']) {
  return ({ selectFrom, exists, and, val, eb }: ExpressionBuilder<Database, 'run'>) => {
    const visits = selectFrom('run_step')
      .select(val(1).as('one'))
      .whereRef('run_step.run_id', '=', 'run.id')
      .where('run_step.node', '=', node);
    if (left === undefined) return exists(visits);
    if (left !== null) return exists(visits.where('run_step.outcome', 'in', left));
    return and([exists(visits.where('run_step.outcome', 'is', null)), eb('run.state', '<>', 'closed')]);
  };
}
