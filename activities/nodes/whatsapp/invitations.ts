// Messages with one thing to tap that leads elsewhere: a link, a flow, a call, a catalogue or its products.

import type { FlowParameters, WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import { z } from '../../../src/node-kit/index.ts';
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
    .strictObject({ title: shortText(20), url: addressField })
    .meta({ description: 'A button that opens a web address.' }),
  ...options,
});

const flow = {
  title: shortText(30).meta({ format: 'liquid', description: 'On the button.' }),
  token: shortText(256).optional().meta({ description: 'Comes back with the answer.' }),
  draft: z.boolean().default(false).meta({ description: 'A flow that is not published yet.' }),
  screen: z
    .strictObject({
      id: z.string().min(1),
      data: z
        .record(z.string(), shortText(2_000))
        .optional()
        .meta({ description: 'What the screen is given.' }),
    })
    .optional()
    .meta({ description: 'The first screen. Without it the flow asks its own endpoint.' }),
};

export const flowMessage = z.strictObject({
  ...words,
  flow: z
    .union([
      z.strictObject({ id: z.string().regex(/^\d+$/), ...flow }),
      z.strictObject({ name: z.string().min(1).max(200), ...flow }),
    ])
    .meta({ description: 'A flow of Meta, by its id or its name.' }),
  ...options,
});

export const callMessage = z.strictObject({
  text: bodyText,
  call: z
    .strictObject({ title: shortText(20), minutes: z.int().min(1).max(43_200).optional() })
    .meta({ description: 'A button that calls us, and for how many minutes it works.' }),
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
    .meta({ description: 'Products of a catalogue, in sections.' }),
  ...options,
});

export const catalogMessage = z.strictObject({
  ...wordsBelow,
  catalog: z
    .strictObject({ thumbnail: shortText(200) })
    .meta({ description: 'Opens the catalogue; the product in its picture.' }),
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
