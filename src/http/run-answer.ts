// One run as the API answers it: explained from journal and ledger, with what its workflow waits for. While that does not
// answer, the journal and the ledger say what they know.

import { explainRun } from '../runs/explain.ts';
import { findHolds } from '../runs/find-holds.ts';
import { toWorkflowId } from '../runs/start-payload.ts';
import { RunNotRunningError, RunsUnavailableError } from '../runs/temporal-errors.ts';
import { findPerson } from '../store/people.ts';
import type { RunAnswer, RunWaiting } from './answers/runs.ts';
import { AppError } from './app-error.ts';
import type { RouteContext, TemporalUi } from './route-context.ts';

type Deps = Pick<RouteContext, 'store' | 'runs' | 'temporalUi' | 'clock' | 'policySettings'>;

/** @throws AppError RUN_UNKNOWN */
export async function readRunAnswer(deps: Deps, runId: string): Promise<RunAnswer> {
  const { store, runs, temporalUi, clock, policySettings: settings } = deps;
  const explained = await explainRun(store, runId);
  const person = explained && (await findPerson(store, explained.person));
  if (explained === undefined || person === undefined) throw new AppError('RUN_UNKNOWN');
  const now = clock.now() + person.clockOffsetMs;
  const [waiting, holds] = await Promise.all([
    explained.state === 'running' ? findWaiting(runs, explained.id) : undefined,
    findHolds(store, { run: explained, person, now, settings }),
  ]);
  return {
    ...explained,
    person: person.externalId,
    clockOffsetMs: person.clockOffsetMs,
    holds,
    ...(waiting === undefined ? {} : { waiting }),
    ...(temporalUi === undefined ? {} : { link: toLink(temporalUi, explained.id) }),
  };
}

/** Undefined where the run is over or the workflow engine does not answer. */
export async function findWaiting(runs: Deps['runs'], runId: string): Promise<RunWaiting | undefined> {
  try {
    const { node, visit, state, due, ended } = await runs.state(runId);
    if (ended !== undefined) return undefined;
    return { node, visit, state, until: due === undefined ? null : new Date(due).toISOString() };
  } catch (error) {
    if (error instanceof RunNotRunningError || error instanceof RunsUnavailableError) return undefined;
    throw error;
  }
}

function toLink({ url, namespace }: TemporalUi, runId: string): string {
  return `${url}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(toWorkflowId(runId))}`;
}
