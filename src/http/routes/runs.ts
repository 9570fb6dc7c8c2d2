// Runs, listed and explained. What a live run waits for is asked of its workflow; while that does not answer, the
// journal and the ledger say what they know.

import { z } from 'zod';
import { journeyIdPattern } from '../../journey/fields.ts';
import { externalIdSchema } from '../../people/person-input.ts';
import { explainRun } from '../../runs/explain.ts';
import { toWorkflowId } from '../../runs/start-payload.ts';
import { RunNotRunningError, RunsUnavailableError } from '../../runs/temporal-errors.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { listRuns } from '../../store/run-list.ts';
import type { RunAnswer, RunListAnswer, RunWaiting } from '../answers.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes, TemporalUi } from '../route-context.ts';
import { toRunSummary } from '../run-summary.ts';

const listQuery = z.strictObject({
  journey: z.string().regex(journeyIdPattern).optional(),
  /** The person's external id. */
  person: externalIdSchema.optional(),
  state: z.enum(['starting', 'running', 'closed']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** `next` of the page before. */
  cursor: z
    .string()
    .regex(/^run_[0-9A-HJKMNP-TV-Z]{26}$/)
    .optional(),
});

export function addRunRoutes(app: Routes, { store, runs, temporalUi }: RouteContext): void {
  app.get('/v1/runs', { schema: { querystring: listQuery } }, async ({ query }): Promise<RunListAnswer> => {
    const { journey: journeyId, person, state, limit, cursor: after } = query;
    const personId = person === undefined ? undefined : await getPersonIdOrThrow(person);
    // One more than asked for tells whether there is another page.
    const found = await listRuns(store, { journeyId, personId, state, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last !== undefined ? { next: last.id } : {};
    return { runs: page.map(toRunSummary), ...next };
  });

  app.get(
    '/v1/runs/:id',
    { schema: { params: z.object({ id: z.string() }) } },
    async ({ params }): Promise<RunAnswer> => {
      const explained = await explainRun(store, params.id);
      if (explained === undefined) throw new AppError('RUN_UNKNOWN');
      const waiting = explained.state === 'running' ? await findWaiting(explained.id) : undefined;
      return {
        ...explained,
        ...(waiting === undefined ? {} : { waiting }),
        ...(temporalUi === undefined ? {} : { link: toLink(temporalUi, explained.id) }),
      };
    },
  );

  async function getPersonIdOrThrow(externalId: string): Promise<string> {
    const person = await findPersonByExternalId(store, externalId);
    if (person === undefined) throw new AppError('PERSON_UNKNOWN');
    return person.id;
  }

  async function findWaiting(runId: string): Promise<RunWaiting | undefined> {
    try {
      const { node, visit, state, due, ended } = await runs.state(runId);
      if (ended !== undefined) return undefined;
      return { node, visit, state, until: due === undefined ? null : new Date(due).toISOString() };
    } catch (error) {
      if (error instanceof RunNotRunningError || error instanceof RunsUnavailableError) return undefined;
      throw error;
    }
  }
}

function toLink({ url, namespace }: TemporalUi, runId: string): string {
  return `${url}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(toWorkflowId(runId))}`;
}
