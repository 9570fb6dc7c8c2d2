// What the API answers of runs.

import { z } from 'zod';
import { type Answer, instant, nextPage } from './answer.ts';
import { explainedRun } from './explained-run.ts';

const person = z.string().describe("The person's external id.");
const { state } = explainedRun.shape;
export type RunStateWord = z.output<typeof state>;

export const runSummary = z
  .object({
    id: z.string(),
    journey: z.string(),
    version: z.int(),
    person,
    name: z.string().exactOptional().describe("The person's `firstName`; absent where there is none."),
    key: z.string(),
    state,
    outcome: z.string().nullable(),
    node: z.string().nullable().describe('The node entered last, as far as the journal knows.'),
    createdAt: instant,
    closedAt: instant.nullable(),
  })
  .meta({ id: 'RunSummary' });
export type RunSummary = Answer<typeof runSummary>;

export const runListAnswer = z
  .object({ runs: z.array(runSummary).describe('Newest first.'), next: nextPage })
  .meta({ id: 'RunListAnswer' });
export type RunListAnswer = Answer<typeof runListAnswer>;

const runWaiting = z
  .object({
    node: z.string(),
    visit: z.int(),
    state: z.string().describe('The inside state: `awaiting`, `held`, `parked`, `reconciling`, `waiting` …'),
    until: instant.nullable().describe("When it goes on by itself, on the run's clock."),
  })
  .meta({ id: 'RunWaiting', description: 'What a live run rests in, as the workflow itself says.' });
export type RunWaiting = Answer<typeof runWaiting>;

export const runAnswer = explainedRun
  .extend({
    person,
    clockOffsetMs: z.int().describe("How far the person's clock is ahead of real time: not 0 in rehearsals."),
    holds: z
      .array(
        z.object({
          policy: z.string(),
          because: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        }),
      )
      .describe(
        "What keeps WhatsApp messages from this person just now, learnt from Meta's refusals; `until` when is in the facts.",
      ),
    waiting: runWaiting
      .exactOptional()
      .describe('Absent where the run is over, not started yet, or the workflow engine does not answer.'),
    link: z
      .string()
      .exactOptional()
      .describe("The run's workflow in the Temporal UI, where its address is configured."),
  })
  .meta({ id: 'RunAnswer' });
export type RunAnswer = Answer<typeof runAnswer>;

export const startAnswer = z.object({ run: z.string().describe('Its id.') }).meta({ id: 'StartAnswer' });
export type StartAnswer = Answer<typeof startAnswer>;

export const skipAnswer = z
  .object({
    now: instant.describe("The person's clock."),
    waiting: runWaiting.nullable().describe('Null: the run is over.'),
  })
  .meta({ id: 'SkipAnswer' });
export type SkipAnswer = Answer<typeof skipAnswer>;
