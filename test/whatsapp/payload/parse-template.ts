// Meta's template objects read as ours. What only examples have (a position as a number, a kind in capitals, the text of
// a quick reply, parts of a time that the Cloud API ignores) is read as what it means.

import { z } from 'zod';
import type { WhatsAppTemplate } from '../../../src/messaging/whatsapp-template.ts';

const text = z.string();
const media = z.union([z.strictObject({ id: text }), z.strictObject({ link: text })]);

const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({ type: z.literal('image'), image: media }),
]);

const body = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({
    type: z.literal('currency'),
    currency: z.strictObject({ fallback_value: text, code: text, amount_1000: z.int() }),
  }),
  z.strictObject({
    type: z.literal('date_time'),
    date_time: z
      .looseObject({ fallback_value: text })
      .transform(({ fallback_value }) => ({ fallback_value })),
  }),
]);

const position = z.union([text, z.int()]).transform(String);
const payload = z.union([
  z.strictObject({ type: z.literal('payload'), payload: text }),
  z
    .strictObject({ type: z.literal('text'), text: z.boolean() })
    .transform(({ text: said }) => ({ type: 'payload' as const, payload: String(said) })),
]);
const action = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.tuple([z.strictObject({ type: z.literal('action'), action: z.strictObject(shape) })]);

const button = z.discriminatedUnion('sub_type', [
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('quick_reply'),
    index: position,
    parameters: z.tuple([payload]),
  }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('CATALOG').transform(() => 'catalog' as const),
    index: position,
    parameters: action({ thumbnail_product_retailer_id: text }),
  }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('flow'),
    index: position,
    parameters: action({ flow_token: text, flow_action_data: z.record(text, z.unknown()) }),
  }),
]);

export const templateShape = z.strictObject({
  name: text,
  language: z.strictObject({ code: text, policy: z.literal('deterministic').exactOptional() }),
  components: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('header'), parameters: z.array(header) }),
        z.strictObject({ type: z.literal('body'), parameters: z.array(body) }),
        button,
      ]),
    )
    .exactOptional(),
}) satisfies z.ZodType<WhatsAppTemplate>;
