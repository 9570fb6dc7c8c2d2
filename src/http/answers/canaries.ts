// What the API answers of canaries: how the first people of a node fared.

import { z } from 'zod';
import { type Answer, count, instant } from './answer.ts';

const canaryAnswer = z
  .object({
    node: z.string(),
    version: z.int(),
    state: z.enum(['counting', 'open', 'stopped']),
    first: count,
    atLeast: z.number(),
    admitted: count,
    delivered: count,
    failed: count,
    decideAt: instant.nullable(),
    decidedAt: instant.nullable(),
    decidedBy: z.enum(['evidence', 'time', 'operator']).nullable(),
  })
  .meta({ id: 'CanaryAnswer' });
export type CanaryAnswer = Answer<typeof canaryAnswer>;

export const canaryListAnswer = z
  .object({ canaries: z.array(canaryAnswer) })
  .meta({ id: 'CanaryListAnswer' });
export type CanaryListAnswer = Answer<typeof canaryListAnswer>;

export const canaryDecisionAnswer = canaryAnswer
  .extend({ woken: count.describe('How many messages ask the gate again.') })
  .meta({ id: 'CanaryDecisionAnswer' });
export type CanaryDecisionAnswer = Answer<typeof canaryDecisionAnswer>;
