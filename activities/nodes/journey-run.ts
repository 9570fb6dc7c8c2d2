// `journey.run`: another journey for the same person. Awaited, it is a part of this run, and its outcome is this node's
// (the compiler puts it in the node's place); not awaited, it becomes a run of its own.

import type { Json } from '../../src/node-kit/index.ts';
import {
  act,
  defineFlow,
  fieldNameField,
  journeyField,
  NodeError,
  valueField,
  z,
} from '../../src/node-kit/index.ts';

const config = z
  .strictObject({
    journey: journeyField.meta({ description: 'Id of the journey.' }),
    wait: z.boolean().default(true).meta({ description: 'Wait for its outcome, as a part of this run.' }),
    key: valueField.optional().meta({
      description: 'CEL that gives a text: one live run per person, journey and key.',
      examples: ['event.cartId'],
    }),
    event: z
      .record(fieldNameField, valueField)
      .optional()
      .meta({
        description: 'What the new run sees as `event`: CEL by field.',
        examples: [{ total: 'event.total' }],
      }),
  })
  .refine(({ wait, key, event }) => !wait || (key === undefined && event === undefined), {
    error: 'key and event are for a journey that is not awaited: say wait: false',
  });
type Config = z.infer<typeof config>;

export const journeyRun = defineFlow<Config>({
  type: 'journey.run',
  version: 1,
  title: { en: 'Run a journey', ko: '다른 여정 실행' },
  config,
  outcomes: ({ wait }) => (wait ? [] : ['started', 'refused']),
  successes: ({ wait }) => (wait ? [] : ['started']),
  waits: true,
  inlines: ({ journey, wait }) => (wait ? journey : undefined),
  startsJourney: ({ journey, wait }) => (wait ? undefined : journey),
  expressions: ({ key, event = {} }) => [
    ...(key === undefined ? [] : [{ path: ['key'], source: key, kind: 'value' as const }]),
    ...Object.entries(event).map(([name, source]) => ({
      path: ['event', name],
      source,
      kind: 'value' as const,
    })),
  ],
  chart: ({ node }) => act({ op: 'evaluate', node, local: true }),
  evaluate: ({ config: { journey, key: keySource, event: fields = {} }, evaluate }) => {
    const event = Object.entries(fields).map(([name, source]) => [name, evaluate(source) as Json]);
    const key = keySource === undefined ? {} : { key: toKey(evaluate(keySource)) };
    const start = { journey, ...key, event: Object.fromEntries(event), refused: 'refused' };
    return { outcome: 'started', changes: [{ kind: 'start', ...start }] };
  },
});

function toKey(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new NodeError('NODE_KEY_TYPE', 'The key of a run has to be a text or a number.', {
    retryable: false,
  });
}
