// `journey.run`: another journey for the same person. Awaited, it is a part of this run, and its outcome is this node's
// (the compiler puts it in the node's place); not awaited, it becomes a run of its own.

import type { Json } from '../../src/node-kit/index.ts';
import {
  act,
  defineFlow,
  fieldNameField,
  journeyField,
  labelled,
  NodeError,
  refusal,
  valueField,
  z,
} from '../../src/node-kit/index.ts';

const config = z
  .strictObject({
    journey: journeyField.meta(
      labelled({ en: 'Journey', ko: '여정' }, { en: 'Id of the journey.', ko: '여정의 id입니다.' }),
    ),
    wait: z
      .boolean()
      .default(true)
      .meta(
        labelled(
          { en: 'Wait for it', ko: '결과 기다리기' },
          {
            en: 'Wait for its outcome, as a part of this run.',
            ko: '이 실행의 일부로 그 결과를 기다립니다.',
          },
        ),
      ),
    key: valueField.optional().meta({
      ...labelled(
        { en: 'Key', ko: '키' },
        {
          en: 'CEL that gives a text: one live run per person, journey and key.',
          ko: '텍스트를 주는 CEL 식입니다. 고객, 여정, 키마다 실행은 하나뿐입니다.',
        },
      ),
      examples: ['event.cartId'],
    }),
    event: z
      .record(fieldNameField, valueField)
      .optional()
      .meta({
        ...labelled(
          { en: 'Event data', ko: '이벤트 데이터' },
          {
            en: 'What the new run sees as `event`: CEL by field.',
            ko: '새 실행이 `event`로 보는 값: 필드별 CEL 식입니다.',
          },
        ),
        examples: [{ total: 'event.total' }],
      }),
  })
  .refine(
    ({ wait, key, event }) => !wait || (key === undefined && event === undefined),
    refusal({
      en: 'key and event are for a journey that is not awaited: say wait: false',
      ko: 'key와 event는 결과를 기다리지 않는 여정에만 씁니다: wait: false로 두세요',
    }),
  );
type Config = z.infer<typeof config>;

export const journeyRun = defineFlow<Config>({
  type: 'journey.run',
  version: 1,
  title: { en: 'Run a journey', ko: '다른 여정 실행' },
  icon: 'workflow',
  help: {
    en: 'Runs another journey for the same person, awaited as a part of this one or on its own.',
    ko: '같은 고객에게 다른 여정을 실행합니다. 결과를 기다리거나 따로 진행합니다.',
  },
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
