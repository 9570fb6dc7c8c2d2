// Random content of every kind within Meta's limits. The records name every kind of the types, so a new kind doesn't
// compile until it is generated here.

import fc from 'fast-check';
import type { ContentType, WhatsAppContent } from '../../../src/messaging/whatsapp-content.ts';
import type {
  AnyHeader,
  InteractiveType,
  WhatsAppInteractive,
} from '../../../src/messaging/whatsapp-interactive.ts';
import { fileOf, location, number, sections, some, words } from './arbitrary-parts.ts';
import { arbitraryTemplate } from './arbitrary-template.ts';

const withCaption = fc.record({ caption: words(1_024) }, { requiredKeys: [] });
const media = fileOf();
const captionedMedia = fc.tuple(media, withCaption).map(([file, rest]) => ({ ...file, ...rest }));
const document = fc
  .tuple(media, withCaption, fc.record({ filename: words(60) }, { requiredKeys: [] }))
  .map(([file, caption, name]) => ({ ...file, ...caption, ...name }));

const textHeader = fc.record({ type: fc.constant('text' as const), text: words(60) });
const header: fc.Arbitrary<AnyHeader> = fc.oneof(
  textHeader,
  fc.record({ type: fc.constant('image' as const), image: media }),
  fc.record({ type: fc.constant('video' as const), video: media }),
  fc.record({ type: fc.constant('document' as const), document: media }),
);
const text = (max: number) => fc.record({ text: words(max) });
const body = text(1_024);
const footer = text(60);
const plain = <Type extends InteractiveType>(type: Type) => ({ type: fc.constant(type), body });

/** Distinct ids and titles, as buttons and rows need them. */
const numbered = <T>(max: number, of: (index: number) => T) =>
  fc.integer({ min: 1, max }).map((count) => Array.from({ length: count }, (_, index) => of(index)));

const interactiveKinds: {
  readonly [T in InteractiveType]: fc.Arbitrary<Extract<WhatsAppInteractive, { type: T }>>;
} = {
  button: some(
    {
      ...plain('button'),
      action: fc.record({
        buttons: numbered(3, (index) => ({
          type: 'reply' as const,
          reply: { id: `id-${index}`, title: `Title ${index}` },
        })),
      }),
    },
    { header, footer },
  ),
  list: some(
    {
      ...plain('list'),
      action: fc.record({
        button: words(20),
        sections: numbered(5, (index) => ({
          title: `Section ${index}`,
          rows: [
            { id: `${index}-a`, title: 'A', description: 'x'.repeat(72) },
            { id: `${index}-b`, title: 'B' },
          ],
        })),
      }),
    },
    { header: textHeader, footer },
  ),
  cta_url: some(
    {
      ...plain('cta_url'),
      action: fc.record({
        name: fc.constant('cta_url' as const),
        parameters: fc.record({ display_text: words(20), url: fc.webUrl() }),
      }),
    },
    { header, footer },
  ),
  flow: some(
    {
      ...plain('flow'),
      action: fc.record({
        name: fc.constant('flow' as const),
        parameters: fc.oneof(flowOf({ flow_id: number }), flowOf({ flow_name: words(30) })),
      }),
    },
    { header, footer },
  ),
  location_request_message: fc.record({
    ...plain('location_request_message'),
    action: fc.constant({ name: 'send_location' as const }),
  }),
  address_message: fc.record({
    ...plain('address_message'),
    action: fc.record({
      name: fc.constant('address_message' as const),
      parameters: fc.record(
        {
          country: fc.constantFrom('IN', 'SG'),
          values: fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), words(30)),
        },
        { requiredKeys: ['country'] },
      ),
    }),
  }),
  request_contact_info: fc.record({
    ...plain('request_contact_info'),
    action: fc.constant({ name: 'request_contact_info' as const }),
  }),
  call_permission_request: fc.record({
    ...plain('call_permission_request'),
    action: fc.constant({ name: 'call_permission_request' as const }),
  }),
  voice_call: fc.record({
    ...plain('voice_call'),
    action: fc.record({
      name: fc.constant('voice_call' as const),
      parameters: some({ display_text: words(20) }, { ttl_minutes: fc.integer({ min: 1, max: 43_200 }) }),
    }),
  }),
  product: some(
    {
      type: fc.constant('product' as const),
      action: fc.record({ catalog_id: number, product_retailer_id: words(30) }),
    },
    { body, footer },
  ),
  product_list: some(
    {
      ...plain('product_list'),
      header: textHeader,
      action: fc.record({ catalog_id: number, sections }),
    },
    { footer },
  ),
  catalog_message: some(
    {
      ...plain('catalog_message'),
      action: fc.record({
        name: fc.constant('catalog_message' as const),
        parameters: fc.record({ thumbnail_product_retailer_id: words(30) }),
      }),
    },
    { footer },
  ),
  order_details: some(
    {
      ...plain('order_details'),
      action: fc.record({ name: fc.constant('review_and_pay' as const), parameters: orderDetails() }),
    },
    { header, footer },
  ),
  order_status: some(
    {
      ...plain('order_status'),
      action: fc.record({
        name: fc.constant('review_order' as const),
        parameters: fc.record({
          reference_id: words(30),
          order: some({ status: fc.constantFrom('processing', 'shipped') }, { description: words(60) }),
        }),
      }),
    },
    { footer },
  ),
};

const contentKinds: {
  readonly [T in Exclude<ContentType, 'interactive'>]: fc.Arbitrary<Extract<WhatsAppContent, { type: T }>>;
} = {
  template: fc.record({ type: fc.constant('template' as const), template: arbitraryTemplate }),
  text: fc.record({
    type: fc.constant('text' as const),
    text: some({ body: words(4_096) }, { preview_url: fc.boolean() }),
  }),
  image: fc.record({ type: fc.constant('image' as const), image: captionedMedia }),
  video: fc.record({ type: fc.constant('video' as const), video: captionedMedia }),
  audio: fc.record({ type: fc.constant('audio' as const), audio: media }),
  sticker: fc.record({ type: fc.constant('sticker' as const), sticker: media }),
  document: fc.record({ type: fc.constant('document' as const), document }),
  location: fc.record({ type: fc.constant('location' as const), location }),
  contacts: fc.record({ type: fc.constant('contacts' as const), contacts: contacts() }),
  reaction: fc.record({
    type: fc.constant('reaction' as const),
    reaction: fc.record({ emoji: fc.constantFrom('👍', '', '❤️', '🇰🇷', '1️⃣', '👩‍👩‍👧') }),
  }),
  read: fc.record({
    type: fc.constant('read' as const),
    read: fc.constantFrom({}, { typing: true as const }),
  }),
};

/** Every kind by its name; interactive ones by theirs. */
export const arbitraryContents: readonly (readonly [kind: string, fc.Arbitrary<WhatsAppContent>])[] = [
  ...Object.entries(contentKinds),
  ...Object.entries(interactiveKinds).map(([kind, interactive]) => {
    const content = interactive.map(
      (value): WhatsAppContent => ({ type: 'interactive', interactive: value }),
    );
    return [kind, content] as const;
  }),
];

function flowOf<Which extends object>(which: { [Key in keyof Which]: fc.Arbitrary<Which[Key]> }) {
  return fc
    .tuple(
      fc.record(which),
      some(
        { flow_message_version: fc.constant('3' as const), flow_cta: words(30) },
        {
          flow_token: words(60),
          mode: fc.constantFrom('draft', 'published'),
          flow_action: fc.constantFrom('navigate', 'data_exchange'),
          flow_action_payload: some({ screen: words(30) }, { data: fc.constant({ a: 1 }) }),
        },
      ),
    )
    .map(([name, rest]) => ({ ...name, ...rest }));
}

function orderDetails() {
  const amount = some(
    { value: fc.nat(), offset: fc.constant(100) },
    { description: words(30), discount_program_name: words(30) },
  );
  return some(
    {
      reference_id: words(30),
      type: fc.constantFrom('digital-goods' as const, 'physical-goods' as const),
      currency: fc.constantFrom('INR', 'SGD', 'BRL'),
      total_amount: amount,
      order: some(
        {
          status: fc.constant('pending'),
          items: fc.array(
            some(
              { retailer_id: words(20), name: words(30), amount, quantity: fc.integer({ min: 1, max: 9 }) },
              { sale_amount: amount },
            ),
            { minLength: 1, maxLength: 3 },
          ),
          subtotal: amount,
          tax: amount,
        },
        { shipping: amount, discount: amount },
      ),
    },
    { payment_type: fc.constant('upi'), payment_configuration: words(20) },
  );
}

function contacts() {
  const place = { type: fc.constantFrom('HOME' as const, 'WORK' as const) };
  const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });
  return fc.array(
    some(
      {
        name: some(
          { formatted_name: words(60) },
          {
            first_name: words(20),
            last_name: words(20),
            middle_name: words(9),
            prefix: words(9),
            suffix: words(9),
          },
        ),
      },
      {
        phones: few(some({ phone: fc.constant('+15550100') }, { ...place, wa_id: number })),
        emails: few(some({ email: fc.constant('someone@example.com') }, place)),
        urls: few(some({ url: fc.webUrl() }, place)),
        addresses: few(
          fc.record({ street: words(30), city: words(20), country_code: fc.constant('kr'), ...place }),
        ),
        org: fc.record({ company: words(30), department: words(30), title: words(30) }, { requiredKeys: [] }),
        birthday: fc.constant('2012-08-18'),
      },
    ),
    { minLength: 1, maxLength: 5 },
  );
}
