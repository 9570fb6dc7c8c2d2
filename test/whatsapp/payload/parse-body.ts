// Meta's request bodies read as ours: what a body says, whom it goes to, what it is about. Strict, so that a field that
// we have no word for is an error and not forgotten.

import { z } from 'zod';
import type { WhatsAppContent } from '../../../src/messaging/whatsapp-content.ts';
import type { WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import type { PayloadInput } from '../../../src/whatsapp/payload.ts';
import { templateShape } from './parse-template.ts';

const text = z.string();
const media = z.union([z.strictObject({ id: text }), z.strictObject({ link: text })]);
const captioned = z.union([
  z.strictObject({ id: text, caption: text.exactOptional() }),
  z.strictObject({ link: text, caption: text.exactOptional() }),
]);
const document = z.union([
  z.strictObject({ id: text, caption: text.exactOptional(), filename: text.exactOptional() }),
  z.strictObject({ link: text, caption: text.exactOptional(), filename: text.exactOptional() }),
]);
const place = z.enum(['HOME', 'WORK']).exactOptional();
const maybe = text.exactOptional();

const contact = z.strictObject({
  name: z.strictObject({
    formatted_name: text,
    ...{ first_name: maybe, last_name: maybe, middle_name: maybe, prefix: maybe, suffix: maybe },
  }),
  phones: z.array(z.strictObject({ phone: text, type: place, wa_id: maybe })).exactOptional(),
  emails: z.array(z.strictObject({ email: text, type: place })).exactOptional(),
  urls: z.array(z.strictObject({ url: text, type: place })).exactOptional(),
  addresses: z
    .array(
      z.strictObject({
        ...{ street: maybe, city: maybe, state: maybe, zip: maybe, country: maybe, country_code: maybe },
        type: place,
      }),
    )
    .exactOptional(),
  org: z.strictObject({ company: maybe, department: maybe, title: maybe }).exactOptional(),
  birthday: maybe,
});

const said = z.strictObject({ text });
const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({ type: z.literal('image'), image: media }),
]);
const words = { body: said, footer: said.exactOptional() };
const textHeader = z.strictObject({ type: z.literal('text'), text });
const product = z.strictObject({ product_retailer_id: text });
const amount = z.strictObject({
  value: z.number(),
  offset: z.number(),
  description: maybe,
  discount_program_name: maybe,
});

const flow = {
  flow_message_version: z.literal('3'),
  flow_cta: text,
  flow_token: maybe,
  mode: z.enum(['draft', 'published']).exactOptional(),
  flow_action: z.enum(['navigate', 'data_exchange']).exactOptional(),
  flow_action_payload: z
    .strictObject({ screen: maybe, data: z.record(text, z.unknown()).exactOptional() })
    .exactOptional(),
};

const order = z.strictObject({
  reference_id: text,
  type: z.enum(['digital-goods', 'physical-goods']),
  payment_type: maybe,
  payment_configuration: maybe,
  currency: text,
  total_amount: amount,
  order: z.strictObject({
    status: text,
    items: z.array(
      z.strictObject({
        retailer_id: text,
        name: text,
        amount,
        quantity: z.number(),
        sale_amount: amount.exactOptional(),
      }),
    ),
    subtotal: amount,
    tax: amount,
    shipping: amount.exactOptional(),
    discount: amount.exactOptional(),
  }),
});

const named = <const Name extends string, Parameters extends z.ZodType>(name: Name, parameters: Parameters) =>
  z.strictObject({ name: z.literal(name), parameters });

/** The kinds of the examples. */
const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    ...words,
    action: z.strictObject({
      buttons: z.array(
        z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: text, title: text }) }),
      ),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    header: textHeader.exactOptional(),
    ...words,
    action: z.strictObject({
      button: text,
      sections: z.array(
        z.strictObject({
          title: maybe,
          rows: z.array(z.strictObject({ id: text, title: text, description: maybe })),
        }),
      ),
    }),
  }),
  z.strictObject({
    type: z.literal('flow'),
    header: header.exactOptional(),
    ...words,
    action: named(
      'flow',
      z.union([z.strictObject({ flow_id: text, ...flow }), z.strictObject({ flow_name: text, ...flow })]),
    ),
  }),
  z.strictObject({
    type: z.literal('product'),
    body: said.exactOptional(),
    footer: said.exactOptional(),
    action: z.strictObject({ catalog_id: text, product_retailer_id: text }),
  }),
  z.strictObject({
    type: z.literal('product_list'),
    header: textHeader.exactOptional(),
    ...words,
    action: z.strictObject({
      catalog_id: text,
      sections: z.array(z.strictObject({ title: maybe, product_items: z.array(product) })),
    }),
  }),
  z.strictObject({
    type: z.literal('catalog_message'),
    ...words,
    action: named('catalog_message', z.strictObject({ thumbnail_product_retailer_id: text })),
  }),
  z.strictObject({
    type: z.literal('order_details'),
    header: header.exactOptional(),
    ...words,
    action: named('review_and_pay', order),
  }),
  z.strictObject({
    type: z.literal('order_status'),
    ...words,
    action: named(
      'review_order',
      z.strictObject({ reference_id: text, order: z.strictObject({ status: text, description: maybe }) }),
    ),
  }),
]) satisfies z.ZodType<WhatsAppInteractive>;

const content = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('template'), template: templateShape }),
  z.strictObject({
    type: z.literal('text'),
    text: z.strictObject({ body: text, preview_url: z.boolean().exactOptional() }),
  }),
  z.strictObject({ type: z.literal('image'), image: captioned }),
  z.strictObject({ type: z.literal('video'), video: captioned }),
  z.strictObject({ type: z.literal('audio'), audio: media }),
  z.strictObject({ type: z.literal('sticker'), sticker: media }),
  z.strictObject({ type: z.literal('document'), document }),
  z.strictObject({
    type: z.literal('location'),
    location: z.strictObject({ latitude: z.number(), longitude: z.number(), name: maybe, address: maybe }),
  }),
  z.strictObject({ type: z.literal('contacts'), contacts: z.array(contact) }),
  z.strictObject({ type: z.literal('interactive'), interactive }),
]) satisfies z.ZodType<WhatsAppContent>;

const receipt = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: text,
  typing_indicator: z.strictObject({ type: z.literal('text') }).exactOptional(),
});
const addressed = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').exactOptional(),
  to: text,
  context: z.strictObject({ message_id: text }).exactOptional(),
});
const reaction = z.strictObject({ message_id: text, emoji: text });

/** @throws ZodError where a body has what ours can't say */
export function parseBody(body: object): Omit<PayloadInput, 'token'> {
  const read = receipt.safeParse(body).data;
  if (read !== undefined) {
    const typing = read.typing_indicator === undefined ? {} : { typing: true as const };
    return { content: { type: 'read', read: typing }, to: {}, about: read.message_id };
  }
  const { messaging_product: _, recipient_type: __, to: phone, context, ...rest } = addressed.parse(body);
  if (rest['type'] === 'reaction') {
    const { message_id, emoji } = reaction.parse(rest['reaction']);
    return { content: { type: 'reaction', reaction: { emoji } }, to: { phone }, about: message_id };
  }
  // Examples leave the type out where the object says it.
  const type = Object.keys(rest).find((key) => key !== 'type');
  return { content: content.parse({ type, ...rest }), to: { phone }, about: context?.message_id };
}
