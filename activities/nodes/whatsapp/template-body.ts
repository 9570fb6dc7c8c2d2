// The variables of a template's body: texts, amounts of money and times, by name or in order.

import type { BodyParameter } from '../../../src/messaging/whatsapp-template.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { numberField, type Say, sayNumber, shortText } from './say.ts';
import { parameterName } from './template-header.ts';

const text = shortText(1_024).meta({
  format: 'liquid',
  examples: ["{{ person.firstName | default: 'there' }}"],
});

const value = z.union([
  text,
  z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .meta({ ...labelled({ en: 'Currency', ko: '통화' }), examples: ['KRW'] }),
      amount: numberField.meta(labelled({ en: 'Amount', ko: '금액' })),
      shown: text.meta(labelled({ en: 'Shown as', ko: '표시' })),
    })
    .meta(
      labelled(
        { en: 'Amount of money', ko: '금액' },
        {
          en: 'An amount of money, and how it reads where it is not localised.',
          ko: '금액과, 현지화되지 않을 때 보이는 문구입니다.',
        },
      ),
    ),
  z
    .strictObject({ dateTime: text })
    .meta(
      labelled({ en: 'Time', ko: '시간' }, { en: 'A time, as it reads.', ko: '보이는 그대로의 시간입니다.' }),
    ),
]);

export const bodyField = z.union([z.record(parameterName, value), z.array(value)]).meta({
  ...labelled(
    { en: 'Body variables', ko: '본문 변수' },
    {
      en: "The body's variables: by name, or in order.",
      ko: '본문의 변수를 이름별 또는 순서대로 넣습니다.',
    },
  ),
  examples: [{ name: '{{ person.firstName }}' }, ['{{ person.firstName }}']],
});

export type Body = z.infer<typeof bodyField>;

export function toBodyParameters(body: Body, say: Say): readonly BodyParameter[] {
  if (Array.isArray(body)) return body.map((item, index) => toParameter(item, index, say));
  return Object.entries(body).map(([name, item]) => ({
    ...toParameter(item, name, say),
    parameter_name: name,
  }));
}

function toParameter(item: z.infer<typeof value>, at: string | number, say: Say): BodyParameter {
  if (typeof item === 'string') return { type: 'text', text: say(item, [at]) };
  if ('dateTime' in item) {
    return { type: 'date_time', date_time: { fallback_value: say(item.dateTime, [at, 'dateTime']) } };
  }
  const amount = sayNumber(say, item.amount, [at, 'amount']);
  return {
    type: 'currency',
    currency: {
      fallback_value: say(item.shown, [at, 'shown']),
      code: item.currency,
      amount_1000: Math.round(amount * 1_000),
    },
  };
}
