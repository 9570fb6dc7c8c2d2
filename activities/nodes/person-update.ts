// `person.update`: writes what the journey has learnt about the person: attributes, and consent to be written to.

import type { Change, Json } from '../../src/node-kit/index.ts';
import {
  act,
  channelField,
  defineFlow,
  fieldNameField,
  labelled,
  refusal,
  topicField,
  valueField,
  z,
} from '../../src/node-kit/index.ts';

/** What a person has besides attributes; these come in through the API only. */
const builtIn = ['id', 'phone', 'email', 'locale', 'timeZone'];

const attributeName = fieldNameField.refine(
  (name) => !builtIn.includes(name),
  refusal({
    en: `${builtIn.join(', ')} are no attributes: they are set through the API`,
    ko: `${builtIn.join(', ')}은(는) 속성이 아니며 API로 설정합니다`,
  }),
);

const config = z
  .strictObject({
    attributes: z
      .record(attributeName, valueField.nullable())
      .default({})
      .meta({
        ...labelled(
          { en: 'Attributes', ko: '속성' },
          {
            en: 'Values by name, each a CEL expression; null removes the attribute.',
            ko: '이름별 값(CEL 식)입니다. null은 속성을 지웁니다.',
          },
        ),
        examples: [{ lastOffer: "'spring'" }],
      }),
    consents: z
      .array(
        z.strictObject({
          channel: channelField.meta(labelled({ en: 'Channel', ko: '채널' })),
          topic: topicField.default('marketing').meta(labelled({ en: 'Topic', ko: '주제' })),
          state: z.enum(['in', 'out']).meta(labelled({ en: 'State', ko: '상태' })),
        }),
      )
      .max(20)
      .default([])
      .meta(
        labelled(
          { en: 'Consents', ko: '동의' },
          { en: 'Consent given (in) or withdrawn (out).', ko: '동의(in) 또는 철회(out)입니다.' },
        ),
      ),
  })
  .refine(
    ({ attributes, consents }) => Object.keys(attributes).length + consents.length > 0,
    refusal({
      en: 'attributes or consents are needed',
      ko: 'attributes나 consents 가운데 하나는 있어야 합니다',
    }),
  );
type Config = z.infer<typeof config>;

export const personUpdate = defineFlow<Config>({
  type: 'person.update',
  version: 1,
  title: { en: 'Update the person', ko: '고객 정보 변경' },
  icon: 'user-pen',
  help: {
    en: 'Writes what was learnt about the person: attributes, and consent to be written to.',
    ko: '고객에 대해 알게 된 속성과 수신 동의를 기록합니다.',
  },
  config,
  outcomes: () => ['done'],
  successes: () => ['done'],
  words: ['done'],
  waits: false,
  expressions: ({ attributes }) =>
    Object.entries(attributes).flatMap(([name, source]) =>
      source === null ? [] : [{ path: ['attributes', name], source, kind: 'value' as const }],
    ),
  chart: ({ node }) => act({ op: 'evaluate', node, local: true }),
  evaluate: ({ config: { attributes, consents }, evaluate }) => {
    const values = Object.entries(attributes).map(([name, source]) => [
      name,
      source === null ? null : (evaluate(source) as Json),
    ]);
    const changes: Change[] = consents.map((consent) => ({ kind: 'consent', ...consent }));
    if (values.length > 0) changes.push({ kind: 'attributes', set: Object.fromEntries(values) });
    return { outcome: 'done', changes };
  },
});
