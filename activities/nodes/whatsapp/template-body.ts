// The variables of a template's body: texts, amounts of money and times, by name or in order.

import type { BodyParameter } from '../../../src/messaging/whatsapp-template.ts';
import { z } from '../../../src/node-kit/index.ts';
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
        .meta({ examples: ['KRW'] }),
      amount: numberField,
      shown: text,
    })
    .meta({ description: 'An amount of money, and how it reads where it is not localised.' }),
  z.strictObject({ dateTime: text }).meta({ description: 'A time, as it reads.' }),
]);

export const bodyField = z.union([z.record(parameterName, value), z.array(value)]).meta({
  description: "The body's variables: by name, or in order.",
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
