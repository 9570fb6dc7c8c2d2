// A journey test: scripts with what is expected of them (`*.journey-test.json`), beside the journey they are about. The
// shape of the file; `run-journey-tests.ts` runs it, `to-journey-test.ts` writes one from a simulation. Pure.

import { z } from 'zod';
import { scriptSchema } from './script.ts';

const channel = z.enum(['whatsapp', 'sms', 'email']);

/** A message that was posted; only what is said here has to fit. */
const expectedMessage = z.strictObject({
  node: z.string().optional(),
  channel: channel.optional(),
  /** Name of the template. */
  template: z.string().optional(),
  /** Stands somewhere in the message: in its text, its parameters, its subject. */
  text: z.string().optional(),
});
export type ExpectedMessage = z.infer<typeof expectedMessage>;

export const expectationSchema = z.strictObject({
  /** Each step as `node→outcome` or `node -> outcome`, from the first to the last. */
  path: z.array(z.string().regex(/^[^\s]+ *(→|->) *[^\s]+$/)).optional(),
  /** The run's outcome. */
  outcome: z.string().optional(),
  /** False: the run is still waiting when the script is over. */
  ended: z.boolean().optional(),
  /** False: the person may not enter. */
  entered: z.boolean().optional(),
  /** All messages that were posted, in their order; an empty list says that there were none. */
  messages: z.array(expectedMessage).optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

export const journeyTestCaseSchema = scriptSchema.omit({ $schema: true }).extend({
  name: z.string().min(1).max(200),
  expect: expectationSchema,
});
export type JourneyTestCase = z.infer<typeof journeyTestCaseSchema>;

export const journeyTestSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Path of the journey's file, from this file. */
  journey: z.string().min(1),
  tests: z.array(journeyTestCaseSchema).min(1).max(1_000),
});
export type JourneyTest = z.infer<typeof journeyTestSchema>;

/** What tests reckon the coming Monday from where they say no start: always the same, so that they stay true. */
export const journeyTestNow = Date.UTC(2027, 0, 1);
