// What a run did and why, read for explanation: its steps with the sends, attempts and evidence behind them.

import type { Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { RunStepTable } from './tables/runs.ts';
import type { AttemptTable, EvidenceTable, SendTable } from './tables/sends.ts';

export interface RunPath {
  readonly steps: readonly Selectable<RunStepTable>[];
  readonly sends: readonly Selectable<SendTable>[];
  readonly attempts: readonly Selectable<AttemptTable>[];
  readonly evidence: readonly Selectable<EvidenceTable>[];
}

/** Everything recorded about one run, each list in the order it happened. */
export async function readRunPath(store: Store, runId: string): Promise<RunPath> {
  const steps = await store
    .selectFrom('run_step')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('settled_at', (order) => order.asc().nullsLast())
    .orderBy('seq')
    .execute();
  const sends = await store
    .selectFrom('send')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('created_at')
    .execute();
  const ids = sends.map(({ id }) => id);
  if (ids.length === 0) return { steps, sends, attempts: [], evidence: [] };
  const attempts = await store
    .selectFrom('attempt')
    .selectAll()
    .where('send_id', 'in', ids)
    .orderBy('number')
    .execute();
  const evidence = await store
    .selectFrom('evidence')
    .selectAll()
    .where('send_id', 'in', ids)
    .orderBy('at')
    .execute();
  return { steps, sends, attempts, evidence };
}
