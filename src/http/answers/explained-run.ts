// A run's path with reasons, as the API answers it: what `explainRun` tells, with the person's external id.

import { z } from 'zod';
import type { ExplainedRun } from '../../runs/explain.ts';
import { instant } from './answer.ts';

const attempt = z.object({
  number: z.int(),
  state: z.string(),
  code: z.string().nullable().describe("The provider's."),
  httpStatus: z.int().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
});

const evidence = z.object({
  kind: z.string(),
  code: z.string().nullable(),
  at: instant,
  receivedAt: instant,
});

const explainedMessage = z
  .object({
    send: z.string(),
    channel: z.string(),
    category: z.enum(['marketing', 'utility', 'authentication', 'service']),
    template: z
      .string()
      .nullable()
      .describe('The one that its last attempt used, as `name/language`: an alternate may have gone out.'),
    sender: z.string(),
    state: z.string(),
    awaits: z.string(),
    reached: z.string().nullable().describe('The strongest evidence so far.'),
    failedCode: z.string().nullable(),
    late: z.boolean().describe('Evidence of delivery came after the run had gone another way.'),
    parkedUntil: instant.nullable(),
    attempts: z.array(attempt),
    evidence: z.array(evidence),
  })
  .meta({ id: 'ExplainedMessage' });

const explainedStep = z
  .object({
    node: z.string(),
    visit: z.int(),
    enteredAt: instant,
    outcome: z.string().nullable(),
    settledAt: instant.nullable(),
    attempted: z
      .boolean()
      .nullable()
      .describe('False where nothing left the house; null where the question makes no sense.'),
    code: z.string().nullable(),
    policy: z.string().nullable(),
    because: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .nullable()
      .describe('The facts that the policy decided by: words, numbers, instants as epoch ms.'),
    message: explainedMessage.nullable(),
  })
  .meta({ id: 'ExplainedStep' });

export const explainedRun = z.object({
  id: z.string(),
  journey: z.string(),
  version: z.int(),
  person: z.string(),
  key: z.string(),
  state: z.enum(['starting', 'running', 'closed']),
  rehearsed: z.boolean().describe('Its time can be skipped.'),
  outcome: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  closedAt: instant.nullable(),
  path: z.array(explainedStep),
}) satisfies z.ZodType<ExplainedRun>;
