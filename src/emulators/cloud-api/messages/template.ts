// A template message: which template, in which language, and what goes into its variables (F§1.3). Whether that fits
// the template is asked later, by those who know templates.

import * as z from 'zod';
import { atMost, oneTo } from './characters.ts';
import { locationObject } from './location.ts';
import { documentObject, imageObject, videoObject } from './media.ts';

const nonEmpty = z.string().min(1);

/** Meta refuses such texts by a code of its own, with these words. */
const parameterText = atMost(32_768).refine((text) => !/[\n\r\t]| {5}/.test(text), {
  params: { code: 132018 },
  message: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
});

const named = { parameter_name: nonEmpty.optional() };

const textParameter = z.strictObject({
  type: z.literal('text'),
  text: parameterText,
  ...named,
});
const fieldParameter = z.discriminatedUnion('type', [
  textParameter,
  z.strictObject({
    type: z.literal('currency'),
    currency: z.strictObject({ fallback_value: z.string(), code: z.string(), amount_1000: z.int32() }),
    ...named,
  }),
  z.strictObject({
    type: z.literal('date_time'),
    date_time: z.looseObject({ fallback_value: z.string() }),
    ...named,
  }),
  z.strictObject({ type: z.literal('image'), image: imageObject }),
  z.strictObject({ type: z.literal('video'), video: videoObject }),
  z.strictObject({ type: z.literal('document'), document: documentObject }),
  z.strictObject({ type: z.literal('location'), location: locationObject }),
  z.strictObject({
    type: z.literal('product'),
    product: z.strictObject({ product_retailer_id: nonEmpty, catalog_id: nonEmpty }),
  }),
]);

/** Meta's own samples give quick-reply texts as booleans. */
const buttonParameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.union([parameterText, z.boolean()]) }),
  z.strictObject({ type: z.literal('payload'), payload: z.string() }),
  z.strictObject({ type: z.literal('action'), action: z.looseObject({}) }),
  z.strictObject({ type: z.literal('coupon_code'), coupon_code: atMost(15) }),
  z.strictObject({ type: z.literal('ttl_minutes'), ttl_minutes: z.int().min(1) }),
]);

const BUTTON_KINDS = [
  'quick_reply',
  'url',
  'catalog',
  'flow',
  'copy_code',
  'mpm',
  'order_details',
  'voice_call',
  'phone_number',
] as const;
/** Meta's own samples shout some of them. */
const buttonKind = z.preprocess(
  (name) => (typeof name === 'string' ? name.toLowerCase() : name),
  z.enum(BUTTON_KINDS),
);

const header = z.strictObject({ type: z.literal('header'), parameters: z.array(fieldParameter).min(1) });
const body = z.strictObject({ type: z.literal('body'), parameters: z.array(fieldParameter).optional() });
const button = z.strictObject({
  type: z.literal('button'),
  sub_type: buttonKind,
  /** A string of one digit; Meta's own samples give a number. */
  index: z.union([z.string().regex(/^\d$/, 'is not 0 to 9'), z.int().min(0).max(9)]),
  parameters: z.array(buttonParameter).min(1),
});

const card = z.strictObject({
  card_index: z.int().min(0).max(9),
  components: z.array(z.discriminatedUnion('type', [header, body, button])),
});

const component = z.discriminatedUnion('type', [
  header,
  body,
  button,
  z.strictObject({ type: z.literal('carousel'), cards: z.array(card).min(1).max(10) }),
  z.strictObject({
    type: z.literal('limited_time_offer'),
    parameters: z.array(z.looseObject({ type: z.literal('limited_time_offer') })).length(1),
  }),
]);

export const templateObject = z.strictObject({
  name: oneTo(512).regex(/^\S+$/, 'must not contain white space'),
  language: z.strictObject({ code: nonEmpty, policy: z.literal('deterministic').optional() }),
  components: z.array(component).optional(),
});

export type TemplateObject = z.infer<typeof templateObject>;
export type TemplateComponent = NonNullable<TemplateObject['components']>[number];
export type FieldParameter = z.infer<typeof fieldParameter>;
export type ButtonComponent = z.infer<typeof button>;
