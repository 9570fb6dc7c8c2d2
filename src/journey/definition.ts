// The journey language v1 as a zod schema: what people write. Says nothing about node types; the catalogue does.
// Pure. Unknown fields are refused everywhere.

import { z } from 'zod';

/** Node ids are state names of the chart: no dots, no `$`. */
export const nodeIdPattern = /^[a-z][a-zA-Z0-9_-]{0,63}$/;
export const journeyIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
export const eventNamePattern = /^[a-z][a-zA-Z0-9_]*(\.[a-zA-Z0-9_]+)*$/;
export const outcomePattern = /^[a-z][a-zA-Z0-9_-]*(\.[a-zA-Z0-9_-]+)*$/;
/** ISO 8601 (`P1D`, `PT2H`, `P1DT12H`) or `90s`, `30m`, `24h`, `7d`, `2w`. */
export const durationPattern =
  /^(?:\d{1,6}[smhdw]|P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,8}S)?)?)$/;

export const durationSchema = z.string().regex(durationPattern);
/** Time of day, `21:00`. */
export const clockTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockTime = z.string().regex(clockTimePattern);
const eventName = z.string().max(100).regex(eventNamePattern);
const condition = z.string().min(1).max(2_000);

export const entrySchema = z.strictObject({
  on: z.union([z.strictObject({ event: eventName }), z.strictObject({ api: z.literal(true) })]),
  /** CEL over `person` and `event`; no entry when false. */
  if: condition.optional(),
  /** CEL giving a string: one live run per person, journey and key. */
  key: condition.optional(),
  again: z
    .union([z.literal('never'), z.literal('always'), z.strictObject({ after: durationSchema })])
    .optional(),
});

export const exitRuleSchema = z.strictObject({
  on: z.strictObject({ event: eventName }),
  if: condition.optional(),
  as: z.string().max(60).regex(outcomePattern),
});

export const policySchema = z.strictObject({
  quietHours: z.strictObject({ from: clockTime, to: clockTime }).optional(),
  /** How long a message may wait at the gate before it is no longer worth sending. */
  expires: durationSchema.optional(),
});

const nodeId = z.string().regex(nodeIdPattern);

export const nodeSchema = z.strictObject({
  type: z.string().min(1).max(80),
  version: z.int().positive().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  next: z.union([nodeId, z.record(z.string(), nodeId)]).optional(),
});

export const definitionSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.literal(1).optional(),
  id: z.string().regex(journeyIdPattern),
  name: z.string().min(1).max(120),
  entry: entrySchema,
  exit: z.array(exitRuleSchema).max(20).optional(),
  policy: policySchema.optional(),
  start: nodeId,
  nodes: z.record(nodeId, nodeSchema),
  /** Positions and notes; never part of the meaning or the hash. */
  canvas: z.record(z.string(), z.unknown()).optional(),
});

export type Definition = z.infer<typeof definitionSchema>;
export type DefinitionNode = z.infer<typeof nodeSchema>;
export type ExitRule = z.infer<typeof exitRuleSchema>;
