// Runs: started for one person. A run's row is stored before the answer; its workflow is started at once or, when
// Temporal is away, by the sweep.

import { z } from 'zod';
import { admitRun } from '../../inbox/admit-run.ts';
import { maxKeyLength } from '../../journey/decide-entry.ts';
import { journeyIdPattern } from '../../journey/fields.ts';
import { externalIdSchema } from '../../people/person-input.ts';
import { RunsUnavailableError } from '../../runs/temporal-errors.ts';
import { findLatestVersion } from '../../store/journeys.ts';
import { findPersonByExternalId } from '../../store/people.ts';
import { type StartAnswer, startAnswer } from '../answers/runs.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const runInput = z.strictObject({
  person: externalIdSchema.describe("The person's external id."),
  event: z.record(z.string(), z.unknown()).default({}).describe('What conditions and texts see as `event`.'),
  key: z.string().max(maxKeyLength).optional().describe("Instead of the entry's own key."),
  rehearse: z
    .boolean()
    .default(false)
    .describe('The person gets a clock of their own, so that time can be skipped.'),
});

const schema = {
  ...{ tags: ['Runs'], operationId: 'startRun', summary: 'Starts a journey for a person' },
  description: 'The run is stored before the answer, and starts as soon as the workflow engine can.',
  ...{ params: z.object({ id: z.string().regex(journeyIdPattern) }), body: runInput },
  problems: [
    ...(['CANNOT_SKIP', 'JOURNEY_UNKNOWN', 'PERSON_UNKNOWN', 'REHEARSAL_MIXED'] as const),
    ...(['RUN_AGAIN', 'RUN_EXPRESSION', 'RUN_LIVE'] as const),
  ],
  response: { 202: startAnswer },
};

export function addRunStartRoutes(app: Routes, { store, runs, clock, skipper }: RouteContext): void {
  app.post('/v1/journeys/:id/runs', { schema }, async (request, reply): Promise<StartAnswer> => {
    const { person: externalId, event, key, rehearse } = request.body;
    if (rehearse && skipper === undefined) throw new AppError('CANNOT_SKIP');
    const version = await findLatestVersion(store, request.params.id);
    if (version === undefined) throw new AppError('JOURNEY_UNKNOWN');
    const person = await findPersonByExternalId(store, externalId);
    if (person === undefined) throw new AppError('PERSON_UNKNOWN');
    const admitted = await store.transaction().execute((trx) =>
      admitRun(trx, {
        version,
        personId: person.id,
        event,
        key,
        rehearse,
        nowMs: clock.now(),
        ignoreCondition: true,
      }),
    );
    if (!admitted.admitted) throw toRefusal(admitted);
    await startNow(admitted.runId);
    reply.status(202);
    return { run: admitted.runId };
  });

  /** The row is the promise: whatever keeps the workflow from starting now, the sweep starts it. */
  async function startNow(runId: string): Promise<void> {
    try {
      await runs.start(runId);
    } catch (error) {
      if (!(error instanceof RunsUnavailableError)) throw error;
      app.log.warn({ run: runId }, 'run not started yet');
    }
  }
}

function toRefusal(refused: Extract<Awaited<ReturnType<typeof admitRun>>, { admitted: false }>): AppError {
  const facts = refused.runId === undefined ? {} : { run: refused.runId };
  switch (refused.reason) {
    case 'live':
      return new AppError('RUN_LIVE', { facts });
    case 'again':
      return new AppError('RUN_AGAIN', { facts });
    case 'ordinary':
      return new AppError('REHEARSAL_MIXED', { facts });
    case 'person':
      return new AppError('PERSON_UNKNOWN');
    case 'condition':
    case 'expression':
      return new AppError('RUN_EXPRESSION', { facts: { reason: refused.expressionCode ?? refused.reason } });
  }
}
