// The journey language v1 as a zod schema: what people write. Says nothing about node types; the catalogue does.
// Pure. Unknown fields are refused everywhere.

import { z } from 'zod';
import { entrySchema, exitRuleSchema } from './entry.ts';
import {
  clockTime,
  durationSchema,
  eventName,
  fieldNamePattern,
  journeyIdPattern,
  nameSchema,
  nodeId,
  topicPattern,
} from './fields.ts';

/** At most so many messages to one person in a moving period, counted over all journeys. */
export const capSchema = z.strictObject({
  max: z.int().min(1).max(1_000),
  per: durationSchema,
  /** All channels where absent. */
  channel: z.enum(['whatsapp', 'sms', 'email']).optional(),
});
export type Cap = z.infer<typeof capSchema>;

export const policySchema = z.strictObject({
  quietHours: z.strictObject({ from: clockTime, to: clockTime }).optional(),
  /** How long a message may wait at the gate before it is no longer worth sending. */
  expires: durationSchema.optional(),
  /** Hold for marketing messages only; a message over a cap ends as `capped`. */
  caps: z.array(capSchema).min(1).max(10).optional(),
  /** Marketing of this journey needs consent to each of these topics; `marketing` where absent. */
  topics: z.array(z.string().regex(topicPattern)).min(1).max(10).optional(),
});
export type JourneyPolicy = z.infer<typeof policySchema>;

/** How long a message may wait at the gate where neither node nor journey says. */
export const defaultExpires = 'P3D';

/** Kinds of data; a `?` says that it may be missing. */
export const dataKinds = ['string', 'number', 'boolean', 'timestamp', 'list', 'map'] as const;
export type DataKind = (typeof dataKinds)[number];
const dataKind = z.enum([...dataKinds, ...dataKinds.map((kind) => `${kind}?` as const)]);
const fieldsSchema = z.record(z.string().regex(fieldNamePattern), dataKind);
export type DataFields = z.infer<typeof fieldsSchema>;

/** What the author knows of the data. Where it is said, expressions and texts are checked against it. */
export const dataSchema = z.strictObject({
  /** Attributes of people, besides the built-in `id`, `phone`, `email`, `locale` and `timeZone`. */
  person: fieldsSchema.optional(),
  /** Fields of events by event name. `entry` is the data of runs started by API or campaign. */
  events: z.record(eventName, fieldsSchema).optional(),
});
export type DataSchema = z.infer<typeof dataSchema>;

export const nodeSchema = z.strictObject({
  type: z.string().min(1).max(80),
  version: z.int().positive().optional(),
  /** For people; not part of the meaning. */
  name: nameSchema.optional(),
  /** For colleagues; not part of the meaning. */
  note: z.string().max(2_000).optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  next: z.union([nodeId, z.record(z.string(), nodeId)]).optional(),
  /** The visit after this many ends at once as `exhausted`: the bound of a cycle. */
  maxVisits: z.int().min(1).max(1_000).optional(),
});

export const definitionSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.literal(1).optional(),
  id: z.string().regex(journeyIdPattern),
  name: nameSchema,
  /** For colleagues; not part of the meaning. */
  note: z.string().max(2_000).optional(),
  data: dataSchema.optional(),
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
