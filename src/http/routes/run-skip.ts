// Time skipped for a rehearsed run: to what is due next, or by a duration of the person's calendar.

import { z } from 'zod';
import { addDuration, toMaximumMs } from '../../journey/duration.ts';
import { durationPattern } from '../../journey/fields.ts';
import { findPerson } from '../../store/people.ts';
import { findRun, type Run } from '../../store/runs.ts';
import { type SkipAnswer, skipAnswer } from '../answers/runs.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { findWaiting } from '../run-answer.ts';

const body = z
  .strictObject({
    for: z
      .string()
      .regex(durationPattern)
      .optional()
      .describe('Such as `2h` or `P1D`; left out: to the next thing that is due.'),
  })
  .default({});

const schema = {
  ...{ tags: ['Runs'], operationId: 'skipTime', summary: 'Lets time pass for a rehearsed run' },
  description: 'Only on servers whose `GET /v1/session` says `canSkip`.',
  ...{ params: z.object({ id: z.string() }), body },
  problems: [
    ...(['CANNOT_SKIP', 'RUN_NOT_REHEARSED', 'RUN_OVER', 'RUN_UNKNOWN', 'RUNS_UNAVAILABLE'] as const),
    ...(['SKIP_NOTHING_DUE', 'SKIP_RUNNING', 'SKIP_TOO_LONG', 'SKIP_UNFINISHED'] as const),
  ],
  response: { 200: skipAnswer },
};

/** No run lasts longer (DESIGN 13). */
const longestMs = toMaximumMs('P2Y');

export function addRunSkipRoutes(app: Routes, { store, runs, clock, skipper }: RouteContext): void {
  app.post('/v1/runs/:id/skip', { schema }, async ({ params, body }): Promise<SkipAnswer> => {
    if (skipper === undefined) throw new AppError('CANNOT_SKIP');
    const run = await getRehearsedOrThrow(params.id);
    const durationMs = body.for === undefined ? undefined : await toMs(run, body.for);
    await skipper.skip(run.personId, durationMs);
    const [nowMs, waiting] = await Promise.all([readClock(run), findWaiting(runs, run.id)]);
    return { now: new Date(nowMs).toISOString(), waiting: waiting ?? null };
  });

  async function getRehearsedOrThrow(id: string): Promise<Run> {
    const run = await findRun(store, id);
    if (run === undefined) throw new AppError('RUN_UNKNOWN');
    if (!run.rehearsed) throw new AppError('RUN_NOT_REHEARSED');
    if (run.state === 'closed') throw new AppError('RUN_OVER');
    return run;
  }

  async function toMs(run: Run, duration: string): Promise<number> {
    if (toMaximumMs(duration) > longestMs) throw new AppError('SKIP_TOO_LONG');
    const [nowMs, person] = await Promise.all([readClock(run), findPerson(store, run.personId)]);
    return addDuration(nowMs, duration, person?.timeZone ?? 'UTC') - nowMs;
  }

  async function readClock({ personId }: Run): Promise<number> {
    return clock.now() + ((await findPerson(store, personId))?.clockOffsetMs ?? 0);
  }
}
