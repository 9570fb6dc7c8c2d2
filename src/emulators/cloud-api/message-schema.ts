// The bodies that `POST /{version}/{phone-number-id}/messages` takes, written by hand after Meta's OpenAPI
// (which is not in this project; a test holds both against each other). Text and template strictly, since
// Jornada sends them; the other known types with their required fields only.

import * as z from 'zod';

const nonEmpty = z.string().min(1);

/** A person's number as F§1.1 allows it to be written. */
const phone = z.string().regex(/^\+?[\d\s().-]{5,24}$/, 'is not a phone number');
/** Business-scoped user id, or parent id (F§1.2). */
const businessScopedUserId = z.string().regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/);

const addressed = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: phone.optional(),
  recipient: businessScopedUserId.optional(),
  context: z.strictObject({ message_id: nonEmpty }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const media = z.union([z.looseObject({ id: nonEmpty }), z.looseObject({ link: nonEmpty })]);

const templateParameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string(), parameter_name: nonEmpty.optional() }),
  z.strictObject({
    type: z.literal('currency'),
    currency: z.strictObject({ fallback_value: nonEmpty, code: nonEmpty, amount_1000: z.number() }),
  }),
  z.strictObject({ type: z.literal('date_time'), date_time: z.looseObject({ fallback_value: nonEmpty }) }),
  z.strictObject({ type: z.literal('image'), image: media }),
  z.strictObject({ type: z.literal('video'), video: media }),
  z.strictObject({ type: z.literal('document'), document: media }),
  z.strictObject({ type: z.literal('location'), location: z.looseObject({}) }),
]);

/** Meta's own samples give the index as a number and quick-reply texts as booleans. */
const buttonIndex = z.union([z.string().regex(/^\d$/), z.int().min(0).max(9)]);
const buttonParameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.union([z.string(), z.boolean()]) }),
  z.strictObject({ type: z.literal('payload'), payload: z.string() }),
  z.strictObject({ type: z.literal('action'), action: z.looseObject({}) }),
  z.strictObject({ type: z.literal('coupon_code'), coupon_code: z.string() }),
]);

const templateComponent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), parameters: z.array(templateParameter).min(1) }),
  z.strictObject({ type: z.literal('body'), parameters: z.array(templateParameter) }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.string().transform((name) => name.toLowerCase()),
    index: buttonIndex,
    parameters: z.array(buttonParameter).min(1),
  }),
]);

const template = z.strictObject({
  name: z.string().min(1).max(512).regex(/^\S+$/, 'must not contain white space'),
  language: z.strictObject({ code: nonEmpty, policy: z.literal('deterministic').optional() }),
  components: z.array(templateComponent).optional(),
});

const message = z.discriminatedUnion('type', [
  z.strictObject({
    ...addressed,
    type: z.literal('text'),
    text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ ...addressed, type: z.literal('template'), template }),
  z.strictObject({ ...addressed, type: z.literal('image'), image: media }),
  z.strictObject({ ...addressed, type: z.literal('audio'), audio: media }),
  z.strictObject({ ...addressed, type: z.literal('video'), video: media }),
  z.strictObject({ ...addressed, type: z.literal('document'), document: media }),
  z.strictObject({ ...addressed, type: z.literal('sticker'), sticker: media }),
  z.strictObject({
    ...addressed,
    type: z.literal('location'),
    location: z.looseObject({
      latitude: z.union([z.number(), nonEmpty]),
      longitude: z.union([z.number(), nonEmpty]),
    }),
  }),
  z.strictObject({
    ...addressed,
    type: z.literal('contacts'),
    contacts: z.array(z.looseObject({ name: z.looseObject({}) })).min(1),
  }),
  z.strictObject({
    ...addressed,
    type: z.literal('reaction'),
    reaction: z.strictObject({ message_id: nonEmpty, emoji: z.string() }),
  }),
  z.strictObject({
    ...addressed,
    type: z.literal('interactive'),
    interactive: z.looseObject({ type: nonEmpty, action: z.looseObject({}) }),
  }),
]);

/** Marks an inbound message as read, perhaps showing the typing indicator. */
export const readReceiptSchema = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: nonEmpty,
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

/** A message to somebody. `type` may be left out: Meta's own samples do, for a text and for a list. */
export const messageSchema = z.preprocess(
  withType,
  message.refine((body) => body.to !== undefined || body.recipient !== undefined, {
    path: ['to'],
    params: { missing: true },
    message: 'is required, or recipient',
  }),
);

export type CloudMessage = z.infer<typeof message>;

function withType(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || 'type' in body) return body;
  const type = message.options.map((option) => option.shape.type.value).find((name) => name in body);
  return { ...body, type: type ?? 'text' };
}
