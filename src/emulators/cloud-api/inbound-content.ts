// What the owner of a phone can send to the business, in all kinds of F§2.4. Pure; the schema is the contract of the
// control API, `toInboundParts` Meta's JSON.

import * as z from 'zod';

const media = { id: z.string().min(1).optional(), mimeType: z.string().min(1).optional() };
const captioned = { ...media, caption: z.string().optional() };
const money = z.strictObject({
  productId: z.string().min(1),
  quantity: z.int().min(1),
  price: z.number(),
  currency: z.string().length(3),
});

export const inboundSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(4096) }),
  z.strictObject({ type: z.literal('image'), ...captioned }),
  z.strictObject({ type: z.literal('video'), ...captioned }),
  z.strictObject({ type: z.literal('audio'), ...media, voice: z.boolean().optional() }),
  z.strictObject({ type: z.literal('document'), ...captioned, filename: z.string().optional() }),
  z.strictObject({ type: z.literal('sticker'), ...media }),
  z.strictObject({
    type: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('contacts'), name: z.string().min(1), phone: z.string().optional() }),
  /** Of a template's quick reply. */
  z.strictObject({ type: z.literal('button'), payload: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('button_reply'), id: z.string().min(1), title: z.string() }),
  z.strictObject({
    type: z.literal('list_reply'),
    id: z.string().min(1),
    title: z.string(),
    description: z.string().optional(),
  }),
  /** A flow that was filled in; `response` becomes JSON in a string. */
  z.strictObject({
    type: z.literal('nfm_reply'),
    response: z.record(z.string(), z.unknown()),
    name: z.string().optional(),
  }),
  /** An empty emoji takes the reaction off. */
  z.strictObject({ type: z.literal('reaction'), wamid: z.string().min(1), emoji: z.string() }),
  z.strictObject({
    type: z.literal('order'),
    catalogId: z.string().min(1),
    text: z.string().optional(),
    items: z.array(money).min(1),
  }),
  /** 131051, or 131060 for what is unavailable at present. */
  z.strictObject({ type: z.literal('unsupported'), code: z.int().optional() }),
]);

export type InboundContent = z.infer<typeof inboundSchema>;

export interface InboundParts {
  /** Of the webhook's message: `type`, and the object of that name. */
  readonly value: Readonly<Record<string, unknown>>;
  /** What the page shows. */
  readonly shown: string;
}

export function toInboundParts(content: InboundContent): InboundParts {
  switch (content.type) {
    case 'text':
      return parts('text', { body: content.text }, content.text);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return toMediaParts(content);
    case 'location': {
      const { type, ...location } = content;
      const place = content.name ?? `${content.latitude}, ${content.longitude}`;
      return parts(type, location, `[location] ${place}`);
    }
    case 'contacts': {
      const phones = content.phone === undefined ? [] : [{ phone: content.phone, type: 'CELL' }];
      const card = { name: { formatted_name: content.name, first_name: content.name }, phones };
      return parts('contacts', [card], `[contacts] ${content.name}`);
    }
    case 'button':
      return parts('button', { payload: content.payload, text: content.text }, content.text);
    case 'button_reply':
    case 'list_reply': {
      const { type, ...chosen } = content;
      return parts('interactive', { type, [type]: chosen }, content.title);
    }
    case 'nfm_reply': {
      const flow = {
        name: content.name ?? 'flow',
        body: 'Sent',
        response_json: JSON.stringify(content.response),
      };
      return parts('interactive', { type: 'nfm_reply', nfm_reply: flow }, '[flow] Sent');
    }
    case 'reaction': {
      const emoji = content.emoji === '' ? {} : { emoji: content.emoji };
      return parts('reaction', { message_id: content.wamid, ...emoji }, content.emoji);
    }
    case 'order':
      return toOrderParts(content);
    case 'unsupported':
      return toUnsupportedParts(content.code ?? 131051);
  }
}

function parts(type: string, value: unknown, shown: string): InboundParts {
  return { value: { type, [type]: value }, shown };
}

type Media = Extract<InboundContent, { type: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>;
const MIME_TYPES: Readonly<Record<Media['type'], string>> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
  sticker: 'image/webp',
};

function toMediaParts(content: Media): InboundParts {
  const { type, id = '800000000000001', mimeType = MIME_TYPES[content.type], ...rest } = content;
  const caption = 'caption' in rest ? rest.caption : undefined;
  const value = { ...rest, mime_type: mimeType, sha256: 'ZW11bGF0ZWQ=', id };
  return parts(type, value, `[${type}]${caption === undefined ? '' : ` ${caption}`}`);
}

function toOrderParts({ catalogId, text, items }: Extract<InboundContent, { type: 'order' }>): InboundParts {
  const products = items.map(({ productId, quantity, price, currency }) => ({
    product_retailer_id: productId,
    quantity,
    item_price: price,
    currency,
  }));
  const order = { catalog_id: catalogId, ...(text !== undefined && { text }), product_items: products };
  return parts(
    'order',
    order,
    `[order] ${items.map(({ productId, quantity }) => `${quantity} × ${productId}`).join(', ')}`,
  );
}

function toUnsupportedParts(code: number): InboundParts {
  const title = code === 131060 ? 'This message is currently unavailable' : 'Message type unknown';
  const error = {
    code,
    title,
    message: title,
    error_data: { details: 'Message type is currently not supported.' },
  };
  return {
    value: { type: 'unsupported', errors: [error], unsupported: { type: 'unknown' } },
    shown: '[unsupported]',
  };
}
