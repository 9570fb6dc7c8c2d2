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
  senderNamePattern,
  topicPattern,
} from './fields.ts';

/** The version of the language that this schema is; `upgrade.ts` brings older documents to it. */
export const languageVersion = 1;

/** At most so many messages to one person in a moving period, counted over all journeys. */
export const capSchema = z.strictObject({
  max: z.int().min(1).max(1_000),
  per: durationSchema,
  channel: z
    .enum(['whatsapp', 'sms', 'email'])
    .meta({ description: 'All channels where absent.' })
    .optional(),
});
export type Cap = z.infer<typeof capSchema>;

export const policySchema = z.strictObject({
  quietHours: z
    .strictObject({ from: clockTime, to: clockTime })
    .meta({ description: "No marketing between these times of the person's day." })
    .optional(),
  expires: durationSchema
    .meta({ description: 'How long a message may wait at the gate before it is no longer worth sending.' })
    .optional(),
  caps: z
    .array(capSchema)
    .min(1)
    .max(10)
    .meta({ description: 'Hold for marketing messages only; a message over a cap ends as `capped`.' })
    .optional(),
  topics: z
    .array(z.string().regex(topicPattern))
    .min(1)
    .max(10)
    .meta({
      description:
        'Marketing of this journey needs consent to each of these topics; `marketing` where absent.',
    })
    .optional(),
  sender: z
    .string()
    .regex(senderNamePattern)
    .meta({
      description:
        'The WhatsApp number that sends, by its name in the configuration, where a node names none.',
      examples: ['shop-kr'],
    })
    .optional(),
});
export type JourneyPolicy = z.infer<typeof policySchema>;

/** How long a message may wait at the gate where neither node nor journey says. */
export const defaultExpires = 'P3D';

/** Kinds of data; a `?` says that it may be missing. */
export const dataKinds = ['string', 'number', 'boolean', 'timestamp', 'list', 'map'] as const;
const dataKind = z.enum([...dataKinds, ...dataKinds.map((kind) => `${kind}?` as const)]);
const fieldsSchema = z.record(z.string().regex(fieldNamePattern), dataKind);
export type DataFields = z.infer<typeof fieldsSchema>;

/** What the author knows of the data. Where it is said, expressions and texts are checked against it. */
export const dataSchema = z.strictObject({
  person: fieldsSchema
    .meta({
      description:
        'Attributes of people, besides the built-in `id`, `phone`, `email`, `locale` and `timeZone`. A `?` says that one may be missing.',
    })
    .optional(),
  events: z
    .record(eventName, fieldsSchema)
    .meta({
      description: 'Fields of events by event name. `entry` is the data of runs started by API or campaign.',
    })
    .optional(),
});
export type DataSchema = z.infer<typeof dataSchema>;

const remark = z.string().max(2_000).meta({ description: 'For colleagues; not part of the meaning.' });

export const nodeSchema = z.strictObject({
  type: z.string().min(1).max(80),
  version: z
    .int()
    .positive()
    .meta({
      description: 'The version of the node type that `with` is written for; the newest where absent.',
    })
    .optional(),
  name: nameSchema.meta({ description: 'For people; not part of the meaning.' }).optional(),
  note: remark.optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  next: z.union([nodeId, z.record(z.string(), nodeId)]).optional(),
  maxVisits: z
    .int()
    .min(1)
    .max(1_000)
    .meta({ description: 'The visit after this many ends at once as `exhausted`: the bound of a cycle.' })
    .optional(),
});

export const definitionSchema = z.strictObject({
  $schema: z.string().meta({ description: 'Where editors find this schema.' }).optional(),
  language: z
    .literal(languageVersion)
    .meta({ description: 'The version of the journey language; the newest where absent.' })
    .optional(),
  id: z
    .string()
    .regex(journeyIdPattern)
    .meta({ description: 'Names the journey for ever: its versions share it.' }),
  name: nameSchema.meta({ description: 'For people: one text, or one for each language.' }),
  note: remark.optional(),
  data: dataSchema
    .meta({
      description:
        'What is known of the data. Where it is said, expressions and texts are checked against it.',
    })
    .optional(),
  entry: entrySchema.meta({ description: 'How people come into the journey.' }),
  exit: z
    .array(exitRuleSchema)
    .max(20)
    .meta({ description: 'Events that end a run at once, wherever it is.' })
    .optional(),
  policy: policySchema.meta({ description: 'Rules for all messages of the journey.' }).optional(),
  start: nodeId.meta({ description: 'The node that a run begins with.' }),
  nodes: z.record(nodeId, nodeSchema).meta({ description: 'The steps of the journey by id.' }),
  canvas: z
    .record(z.string(), z.unknown())
    .meta({ description: 'Positions and notes; never part of the meaning or the hash.' })
    .optional(),
});

export type Definition = z.infer<typeof definitionSchema>;
export type DefinitionNode = z.infer<typeof nodeSchema>;
