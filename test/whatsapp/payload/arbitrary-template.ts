// Random templates within Meta's limits: every kind of header, body and button.

import fc from 'fast-check';
import type {
  BodyParameter,
  CardComponent,
  HeaderParameter,
  TemplateButton,
  TemplateButtonKind,
  WhatsAppTemplate,
  WhatsAppTemplateComponent,
} from '../../../src/messaging/whatsapp-template.ts';
import { fileOf, location, number, sections, some, words } from './arbitrary-parts.ts';

const name = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);

const headers: { readonly [T in HeaderParameter['type']]: fc.Arbitrary<HeaderParameter> } = {
  text: some({ type: fc.constant('text' as const), text: words(60) }, { parameter_name: name }),
  image: fc.record({ type: fc.constant('image' as const), image: fileOf() }),
  video: fc.record({ type: fc.constant('video' as const), video: fileOf() }),
  document: fc.record({ type: fc.constant('document' as const), document: fileOf() }),
  location: fc.record({ type: fc.constant('location' as const), location }),
  product: fc.record({
    type: fc.constant('product' as const),
    product: fc.record({ product_retailer_id: words(20), catalog_id: number }),
  }),
};

const bodies: { readonly [T in BodyParameter['type']]: fc.Arbitrary<BodyParameter> } = {
  text: some({ type: fc.constant('text' as const), text: words(1_024) }, { parameter_name: name }),
  currency: fc.record({
    type: fc.constant('currency' as const),
    currency: fc.record({
      fallback_value: words(30),
      code: fc.constantFrom('KRW', 'USD'),
      amount_1000: fc.integer(),
    }),
  }),
  date_time: fc.record({
    type: fc.constant('date_time' as const),
    date_time: fc.record({ fallback_value: words(30) }),
  }),
};

type Value<Kind extends TemplateButtonKind> = Pick<
  Extract<TemplateButton, { sub_type: Kind }>,
  'sub_type' | 'parameters'
>;
const action = <Kind extends string, Action>(kind: Kind, inner: fc.Arbitrary<Action>) =>
  fc.record({
    sub_type: fc.constant(kind),
    parameters: fc.tuple(fc.record({ type: fc.constant('action' as const), action: inner })),
  });

const buttons: { readonly [Kind in TemplateButtonKind]: fc.Arbitrary<Value<Kind>> } = {
  quick_reply: fc.record({
    sub_type: fc.constant('quick_reply' as const),
    parameters: fc.tuple(fc.record({ type: fc.constant('payload' as const), payload: words(60) })),
  }),
  url: fc.record({
    sub_type: fc.constant('url' as const),
    parameters: fc.tuple(fc.record({ type: fc.constant('text' as const), text: words(60) })),
  }),
  copy_code: fc.record({
    sub_type: fc.constant('copy_code' as const),
    parameters: fc.tuple(
      fc.record({ type: fc.constant('coupon_code' as const), coupon_code: fc.constant('SPRING20') }),
    ),
  }),
  catalog: action('catalog', fc.record({ thumbnail_product_retailer_id: words(20) }, { requiredKeys: [] })),
  mpm: action('mpm', fc.record({ thumbnail_product_retailer_id: words(20), sections })),
  flow: action(
    'flow',
    fc.record({ flow_token: words(20), flow_action_data: fc.constant({ a: 'b' }) }, { requiredKeys: [] }),
  ),
  voice_call: fc.record({
    sub_type: fc.constant('voice_call' as const),
    parameters: fc.tuple(
      fc.record({ type: fc.constant('ttl_minutes' as const), ttl_minutes: fc.integer({ min: 1, max: 99 }) }),
    ),
  }),
};

function components(maxButtons: number): fc.Arbitrary<CardComponent[]> {
  return fc
    .tuple(
      fc.option(fc.oneof(...Object.values(headers)), { nil: undefined }),
      fc.array(fc.oneof(...Object.values(bodies)), { maxLength: 4 }),
      fc.array(fc.oneof(...Object.values(buttons)), { maxLength: maxButtons }),
    )
    .map(([header, body, values]) => [
      ...(header === undefined ? [] : [{ type: 'header' as const, parameters: [header] }]),
      { type: 'body' as const, parameters: body },
      ...values.map((value, index) => ({ type: 'button' as const, index: String(index), ...value })),
    ]);
}

const carousel: fc.Arbitrary<WhatsAppTemplateComponent> = fc
  .array(components(2), { minLength: 1, maxLength: 4 })
  .map((cards) => ({
    type: 'carousel',
    cards: cards.map((parts, index) => ({ card_index: index, components: parts })),
  }));

const offer: fc.Arbitrary<WhatsAppTemplateComponent> = fc.nat().map((expiration_time_ms) => ({
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
}));

export const arbitraryTemplate: fc.Arbitrary<WhatsAppTemplate> = some(
  { name, language: fc.record({ code: fc.constantFrom('ko', 'en_US') }) },
  {
    components: fc
      .tuple(components(10), fc.array(fc.oneof(carousel, offer), { maxLength: 1 }))
      .map(([own, more]) => [...own, ...more]),
  },
);
