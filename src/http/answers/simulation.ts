// What a simulation answers, as a schema of what `simulateActions` makes. Instants are epoch milliseconds on the run's
// clock.

import { z } from 'zod';
import type { PossibleAction } from '../../simulator/possible-actions.ts';
import type { ShownMessage } from '../../simulator/shown-message.ts';
import type { WorldAction } from '../../simulator/simulation.ts';
import type {
  EnteredAnswer,
  InboundAnswer,
  RefusedAnswer,
  RestAnswer,
} from '../../simulator/simulation-answer.ts';
import type { WalkedStep } from '../../simulator/walked-path.ts';
import { count, localizedText, opaque } from './answer.ts';

const at = z.number();

const refused = z.object({
  entered: z.literal(false),
  reason: z.enum(['condition', 'expression']),
  code: z.string().nullable().describe('What an expression failed by.'),
  words: localizedText,
}) satisfies z.ZodType<RefusedAnswer>;

const rest = z.object({
  node: z.string(),
  visit: z.int(),
  waiting: z.enum(['evidence', 'release', 'gate', 'proof', 'retry', 'time']),
  due: at.nullable(),
  message: z.string().nullable().describe('The node whose message evidence would move on.'),
  events: z.array(z.string()),
  words: localizedText.describe('What it waits for.'),
}) satisfies z.ZodType<RestAnswer>;

const walkedStep = z.object({
  node: z.string().describe('`call/offer` inside an awaited sub-journey.'),
  visit: z.int(),
  outcome: z.string().nullable().describe('Null while it rests here.'),
  enteredAt: at,
  settledAt: at.nullable(),
  edge: z
    .object({ key: z.string().nullable(), to: z.string() })
    .nullable()
    .describe('The edge that was followed; its key is null where one edge stands for all outcomes.'),
  attempted: z.boolean().nullable(),
  code: z.string().nullable().describe("A provider's."),
  policy: z.string().nullable().describe('The one that decided.'),
}) satisfies z.ZodType<WalkedStep>;

const lines = z.array(z.string());
const traceLine = z.object({
  at,
  kind: z.string(),
  node: z.string().nullable(),
  label: localizedText,
  text: localizedText,
  more: z.object({ en: lines, ko: lines }),
});

const message = z.object({
  node: z.string(),
  visit: z.int(),
  send: z.string().describe('Names the message within the run.'),
  channel: z.string(),
  category: z.string(),
  to: z.string().nullable().describe('Masked.'),
  state: z.enum(['parked', 'sending', 'accepted', 'held', 'unknown', 'settled', 'abandoned']),
  at: at.nullable().describe('When it was posted, at the last attempt.'),
  message: opaque<ShownMessage>('As the phone of its person shows it.'),
  ticks: z.object({
    sent: at.nullable(),
    delivered: at.nullable(),
    read: at.nullable(),
    clicked: at.nullable(),
  }),
  failure: z.object({ code: z.string(), at: at.nullable() }).nullable(),
  policy: z.string().nullable(),
  outcome: z.string().nullable(),
});

const inbound = z.object({
  at,
  kind: z.enum(['text', 'tap']),
  text: z.string(),
}) satisfies z.ZodType<InboundAnswer>;

const coveredEdge = z.object({ node: z.string(), key: z.string().nullable() });

const entered = z.object({
  entered: z.literal(true),
  startedAt: at,
  now: at,
  timeZone: z.string(),
  ended: z.string().nullable().describe("The run's outcome once it is over."),
  rest: rest.nullable(),
  path: z.array(walkedStep),
  trace: z.array(traceLine),
  messages: z.array(message).describe('Of all channels, oldest first; those that wait at the gate too.'),
  inbound: z.array(inbound).describe('What the person said.'),
  possible: z.array(opaque<PossibleAction>('By its `kind`.')).describe('What the world can do here.'),
  lines: z.array(count).describe('By action: how many lines the trace had before it.'),
  leftover: z.array(count).describe('Indexes of the actions that met nothing.'),
  pending: z
    .array(opaque<WorldAction>('A step of a script.'))
    .describe('Prepared answers that no message has met yet.'),
  coverage: z.object({ nodes: z.array(z.string()), edges: z.array(coveredEdge) }),
}) satisfies z.ZodType<Record<keyof EnteredAnswer, unknown>>;

export const simulationAnswer = z
  .discriminatedUnion('entered', [entered, refused])
  .meta({ id: 'SimulationAnswer', description: "Instants are epoch milliseconds on the run's clock." });
