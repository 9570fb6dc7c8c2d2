// Messages with one thing to tap that leads elsewhere: a link, a flow, a call, a catalogue or its products.

import type { FlowParameters, WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { toTextHeader } from './choices.ts';
import { headerText } from './header.ts';
import { addressField } from './media.ts';
import { options } from './options.ts';
import { bodyText, toAbove, toBelow, toFooter, words, wordsBelow } from './parts.ts';
import { sectionsField, toProductSections } from './products.ts';
import { type Say, sayAll, sayOptional, shortText, under } from './say.ts';
import { productField } from './template-header.ts';

export const linkMessage = z.strictObject({
  ...words,
  link: z
    .strictObject({ title: shortText(20).meta(labelled({ en: 'Label', ko: '문구' })), url: addressField })
    .meta(
      labelled(
        { en: 'Link', ko: '링크' },
        { en: 'A button that opens a web address.', ko: '웹 주소를 여는 버튼입니다.' },
      ),
    ),
  ...options,
});

const flow = {
  title: shortText(30).meta(
    labelled({ en: 'Label', ko: '문구' }, { en: 'On the button.', ko: '버튼 문구입니다.' }),
  ),
  token: shortText(256)
    .optional()
    .meta(
      labelled(
        { en: 'Token', ko: '토큰' },
        { en: 'Comes back with the answer.', ko: '응답과 함께 돌아옵니다.' },
      ),
    ),
  draft: z
    .boolean()
    .default(false)
    .meta(
      labelled(
        { en: 'Draft', ko: '초안' },
        { en: 'A flow that is not published yet.', ko: '아직 게시되지 않은 플로입니다.' },
      ),
    ),
  screen: z
    .strictObject({
      id: z.string().min(1),
      data: z
        .record(z.string(), shortText(2_000))
        .optional()
        .meta(
          labelled(
            { en: 'Data', ko: '데이터' },
            { en: 'What the screen is given.', ko: '화면에 전달되는 값입니다.' },
          ),
        ),
    })
    .optional()
    .meta(
      labelled(
        { en: 'First screen', ko: '첫 화면' },
        {
          en: 'The first screen. Without it the flow asks its own endpoint.',
          ko: '첫 화면입니다. 없으면 플로가 자체 엔드포인트에 묻습니다.',
        },
      ),
    ),
};

export const flowMessage = z.strictObject({
  ...words,
  flow: z
    .union([
      z.strictObject({ id: z.string().regex(/^\d+$/), ...flow }),
      z.strictObject({ name: z.string().min(1).max(200), ...flow }),
    ])
    .meta(
      labelled(
        { en: 'Flow', ko: '플로' },
        { en: 'A flow of Meta, by its id or its name.', ko: 'Meta의 플로, id 또는 이름입니다.' },
      ),
    ),
  ...options,
});

export const callMessage = z.strictObject({
  text: bodyText,
  call: z.strictObject({ title: shortText(20), minutes: z.int().min(1).max(43_200).optional() }).meta(
    labelled(
      { en: 'Call', ko: '전화' },
      {
        en: 'A button that calls us, and for how many minutes it works.',
        ko: '우리에게 전화하는 버튼과 유효 시간(분)입니다.',
      },
    ),
  ),
  ...options,
});

export const productMessage = z.strictObject({
  text: bodyText.optional(),
  footer: wordsBelow.footer,
  product: productField,
  ...options,
});

export const productsMessage = z.strictObject({
  header: headerText,
  ...wordsBelow,
  products: z
    .strictObject({ catalog: shortText(200), sections: sectionsField })
    .meta(
      labelled(
        { en: 'Products', ko: '상품들' },
        { en: 'Products of a catalogue, in sections.', ko: '카탈로그의 상품을 구역별로 보여 줍니다.' },
      ),
    ),
  ...options,
});

export const catalogMessage = z.strictObject({
  ...wordsBelow,
  catalog: z.strictObject({ thumbnail: shortText(200) }).meta(
    labelled(
      { en: 'Catalogue', ko: '카탈로그' },
      {
        en: 'Opens the catalogue; the product in its picture.',
        ko: '카탈로그를 엽니다. 그림에 나올 상품을 정합니다.',
      },
    ),
  ),
  ...options,
});

export function toLinkMessage(
  { header, text, footer, link }: z.infer<typeof linkMessage>,
  say: Say,
): WhatsAppInteractive {
  const parameters = {
    display_text: say(link.title, ['link', 'title']),
    url: say(link.url, ['link', 'url']),
  };
  return {
    type: 'cta_url',
    ...toAbove(header, say),
    ...toBelow({ text, footer }, say),
    action: { name: 'cta_url', parameters },
  };
}

export function toFlowMessage(
  { header, text, footer, flow: given }: z.infer<typeof flowMessage>,
  say: Say,
): WhatsAppInteractive {
  const parameters = toFlowParameters(given, under(say, 'flow'));
  return {
    type: 'flow',
    ...toAbove(header, say),
    ...toBelow({ text, footer }, say),
    action: { name: 'flow', parameters },
  };
}

function toFlowParameters(given: z.infer<typeof flowMessage>['flow'], say: Say): FlowParameters {
  const { title, token, draft, screen } = given;
  const first = screen === undefined ? {} : { flow_action_payload: toScreen(screen, under(say, 'screen')) };
  return {
    ...('id' in given ? { flow_id: given.id } : { flow_name: given.name }),
    flow_message_version: '3',
    flow_cta: say(title, ['title']),
    ...sayOptional(say, { as: 'flow_token', at: 'token' }, token),
    ...(draft ? { mode: 'draft' } : {}),
    flow_action: screen === undefined ? 'data_exchange' : 'navigate',
    ...first,
  };
}

function toScreen({ id, data = {} }: NonNullable<z.infer<typeof flowMessage>['flow']['screen']>, say: Say) {
  // Meta refuses an empty object.
  return Object.keys(data).length === 0
    ? { screen: id }
    : { screen: id, data: sayAll(data, under(say, 'data')) };
}

export function toCallMessage({ text, call }: z.infer<typeof callMessage>, say: Say): WhatsAppInteractive {
  const minutes = call.minutes === undefined ? {} : { ttl_minutes: call.minutes };
  const parameters = { display_text: say(call.title, ['call', 'title']), ...minutes };
  return { type: 'voice_call', ...toBelow({ text }, say), action: { name: 'voice_call', parameters } };
}

export function toProductMessage(
  { text, footer, product }: z.infer<typeof productMessage>,
  say: Say,
): WhatsAppInteractive {
  return {
    type: 'product',
    ...(text === undefined ? {} : { body: { text: say(text, ['text']) } }),
    ...toFooter(footer, say),
    action: {
      catalog_id: say(product.catalog, ['product', 'catalog']),
      product_retailer_id: say(product.id, ['product', 'id']),
    },
  };
}

export function toProductsMessage(
  { header, text, footer, products }: z.infer<typeof productsMessage>,
  say: Say,
): WhatsAppInteractive {
  const inside = under(say, 'products');
  return {
    type: 'product_list',
    ...toTextHeader(header, say),
    ...toBelow({ text, footer }, say),
    action: {
      catalog_id: inside(products.catalog, ['catalog']),
      sections: toProductSections(products.sections, under(inside, 'sections')),
    },
  };
}

export function toCatalogMessage(
  { text, footer, catalog }: z.infer<typeof catalogMessage>,
  say: Say,
): WhatsAppInteractive {
  const thumbnail_product_retailer_id = say(catalog.thumbnail, ['catalog', 'thumbnail']);
  const action = { name: 'catalog_message' as const, parameters: { thumbnail_product_retailer_id } };
  return { type: 'catalog_message', ...toBelow({ text, footer }, say), action };
}
