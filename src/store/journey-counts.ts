// How many people came through a journey, node by node: what the live canvas shows. One statement over the runs and their
// journal; a node's entry counts as soon as it is journalled.

import { sql } from 'kysely';
import type { Store } from './store.ts';

export interface JourneyCounts {
  /** Runs. */
  readonly entered: number;
  /** Runs that are not over. */
  readonly live: number;
  readonly nodes: { readonly [node: string]: NodeCounts };
}

export interface NodeCounts {
  /** Visits; a run that comes again counts again. */
  readonly entered: number;
  /** Visits of live runs that have not ended. */
  readonly inside: number;
  /** Visits by the word that they ended with. */
  readonly outcomes: { readonly [outcome: string]: number };
}

interface Row {
  /** Null: the runs themselves. */
  readonly node: string | null;
  /** Null: not ended. */
  readonly outcome: string | null;
  readonly entered: string;
  readonly live: string;
}

/** Of one version, or of all. Rehearsed runs count. */
export async function countJourney(
  store: Store,
  journeyId: string,
  version: number | undefined,
): Promise<JourneyCounts> {
  // Not materialized: of 100,000 runs it would be written to disk, and keep PostgreSQL from using both cores.
  const ofVersion = version === undefined ? sql`` : sql`and version = ${version}`;
  const { rows } = await sql<Row>`
    with counted as not materialized (
      select id, state from run where journey_id = ${journeyId} ${ofVersion})
    select null as node, null as outcome, count(*) as entered, count(*) filter (where state <> 'closed') as live
    from counted
    union all
    select run_step.node, run_step.outcome, count(*), count(*) filter (where state <> 'closed')
    from counted join run_step on run_step.run_id = counted.id
    group by run_step.node, run_step.outcome
    order by node, outcome`.execute(store);
  const runs = rows.find(({ node }) => node === null);
  const nodes = new Set(rows.flatMap(({ node }) => node ?? []));
  const visitsOf = (id: string) => rows.filter(({ node }) => node === id);
  return {
    entered: Number(runs?.entered ?? 0),
    live: Number(runs?.live ?? 0),
    nodes: Object.fromEntries([...nodes].map((id) => [id, toNodeCounts(visitsOf(id))])),
  };
}

function toNodeCounts(visits: readonly Row[]): NodeCounts {
  const ended = visits.filter(({ outcome }) => outcome !== null);
  const open = visits.find(({ outcome }) => outcome === null);
  return {
    entered: visits.reduce((sum, { entered }) => sum + Number(entered), 0),
    inside: Number(open?.live ?? 0),
    outcomes: Object.fromEntries(ended.map(({ outcome, entered }) => [outcome, Number(entered)])),
  };
}
