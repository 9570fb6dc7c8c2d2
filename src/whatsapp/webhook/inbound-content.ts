// What a message of a person carries, by Meta's types (F§2.4). It stays with the item in PostgreSQL: journeys may ask for
// it, histories and logs never see it. Lenient: what can't be read is left out. Pure.

import { z } from 'zod';
import { nestsTooDeep } from './nesting.ts';
import { firstCode, list, optionalWord, part } from './shapes.ts';

/** A file at Meta, fetched by its id. */
export interface InboundMedia {
  readonly id: string;
  readonly mimeType?: string | undefined;
  readonly fileName?: string | undefined;
  /** Recorded in the chat, not attached. */
  readonly voice?: true | undefined;
}

export interface InboundLocation {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** The advertisement or post that somebody came from. */
export interface Referral {
  readonly sourceType?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceUrl?: string | undefined;
  /** Meta's id of the click, for conversions. */
  readonly clickId?: string | undefined;
  readonly headline?: string | undefined;
}

export interface OrderItem {
  readonly productId: string;
  readonly quantity?: number | undefined;
  readonly price?: number | undefined;
  readonly currency?: string | undefined;
}

export interface InboundContent {
  /** What was written, or the label that was tapped, or a caption. */
  readonly text?: string | undefined;
  /** A tapped button or row of a list: its payload or id, and its label. */
  readonly button?: { readonly payload: string; readonly text?: string | undefined } | undefined;
  readonly media?: InboundMedia | undefined;
  readonly location?: InboundLocation | undefined;
  /** Cards that were shared. `requested`: the person's own, in answer to our request for it. */
  readonly contacts?:
    | {
        readonly phones: readonly string[];
        readonly requested: boolean;
        /** Their number, where it was given so that we can dial it. */
        readonly own?: string | undefined;
      }
    | undefined;
  /** A flow that was filled in. */
  readonly flow?:
    | { readonly name?: string | undefined; readonly response: Readonly<Record<string, unknown>> }
    | undefined;
  /** No emoji: the reaction was taken back. */
  readonly reaction?: { readonly emoji?: string | undefined } | undefined;
  readonly order?:
    | { readonly catalogId?: string | undefined; readonly items: readonly OrderItem[] }
    | undefined;
  /** The product that the message asks about. */
  readonly product?:
    | { readonly catalogId?: string | undefined; readonly productId?: string | undefined }
    | undefined;
  /** Came by a click on an advertisement: our answer opens a free entry (F§4.1). */
  readonly referral?: Referral | undefined;
  /** What Meta could not pass on: its code, such as 131051, and the kind. */
  readonly unsupported?:
    | { readonly code?: string | undefined; readonly type?: string | undefined }
    | undefined;
  readonly forwarded?: true | undefined;
}

const optionalNumber = z.coerce.number().optional().catch(undefined);
const flag = z.literal(true).optional().catch(undefined);

const reply = part({ id: optionalWord, title: optionalWord });
const media = part({
  id: optionalWord,
  mime_type: optionalWord,
  filename: optionalWord,
  voice: flag,
  caption: optionalWord,
});
const card = z.looseObject({ phones: list });
const phoneOnCard = z.looseObject({ phone: optionalWord, wa_id: optionalWord });
const orderItem = z.looseObject({
  product_retailer_id: z.string(),
  quantity: optionalNumber,
  item_price: optionalNumber,
  currency: optionalWord,
});

/** The parts of an inbound message beside its id, time and author. */
export const contentShape = {
  context: part({
    id: optionalWord,
    message_id: optionalWord,
    forwarded: flag,
    frequently_forwarded: flag,
    referred_product: part({ catalog_id: optionalWord, product_retailer_id: optionalWord }),
  }),
  referral: part({
    source_type: optionalWord,
    source_id: optionalWord,
    source_url: optionalWord,
    ctwa_clid: optionalWord,
    headline: optionalWord,
  }),
  text: part({ body: optionalWord }),
  button: part({ payload: optionalWord, text: optionalWord }),
  interactive: part({
    button_reply: reply,
    list_reply: reply,
    nfm_reply: part({ name: optionalWord, body: optionalWord, response_json: z.unknown().optional() }),
  }),
  reaction: part({ message_id: optionalWord, emoji: optionalWord }),
  image: media,
  video: media,
  audio: media,
  voice: media,
  document: media,
  sticker: media,
  location: part({
    latitude: z.number(),
    longitude: z.number(),
    name: optionalWord,
    address: optionalWord,
  }),
  origin: optionalWord,
  contacts: list,
  order: part({ catalog_id: optionalWord, text: optionalWord, product_items: list }),
  unsupported: part({ type: optionalWord }),
  errors: list,
};
type Message = z.output<z.ZodObject<typeof contentShape>> & { readonly type: string };

/** The parts that this message has, whatever its type says. */
export function toContent(message: Message): InboundContent {
  const { interactive, context, referral, reaction, order } = message;
  const choice = interactive?.button_reply ?? interactive?.list_reply;
  const label = message.button?.text ?? choice?.title;
  const payload = message.button?.payload ?? choice?.id ?? label;
  const file = fileOf(message);
  const product = context?.referred_product;
  return {
    text:
      message.text?.body ??
      label ??
      file?.caption ??
      interactive?.nfm_reply?.body ??
      (order?.text || undefined),
    button: payload === undefined ? undefined : { payload, text: label },
    media: file && toMedia(file),
    location: message.location && toLocation(message.location),
    contacts: message.contacts && toCards(message.contacts, message.origin),
    flow: interactive?.nfm_reply && toFlow(interactive.nfm_reply),
    reaction: reaction && { emoji: reaction.emoji || undefined },
    order: order && { catalogId: order.catalog_id, items: toOrderItems(order.product_items) },
    product: product && { catalogId: product.catalog_id, productId: product.product_retailer_id },
    referral: referral && toReferral(referral),
    unsupported: message.type === 'unsupported' ? toUnsupported(message) : undefined,
    forwarded: context?.forwarded ?? context?.frequently_forwarded,
  };
}

function fileOf(message: Message): Message['image'] {
  return (
    message.image ?? message.video ?? message.audio ?? message.voice ?? message.document ?? message.sticker
  );
}

function toMedia(file: NonNullable<Message['image']>): InboundMedia | undefined {
  if (file.id === undefined) return undefined;
  return { id: file.id, mimeType: file.mime_type, fileName: file.filename, voice: file.voice };
}

function toLocation({
  latitude,
  longitude,
  name,
  address,
}: NonNullable<Message['location']>): InboundLocation {
  return { latitude, longitude, name, address };
}

/** Phones as they are written on the cards; Meta's own form of a number first. */
function toCards(cards: readonly unknown[], origin: string | undefined): InboundContent['contacts'] {
  const phones = cards.flatMap((raw) =>
    (card.safeParse(raw).data?.phones ?? []).map((entry) => phoneOnCard.safeParse(entry).data ?? {}),
  );
  const requested = origin === 'contact_request';
  return {
    phones: phones.flatMap(({ wa_id, phone }) => wa_id ?? phone ?? []),
    requested,
    ...(requested ? { own: toDialled(phones[0]) } : {}),
  };
}

/** A number on a card is written for people: `+1 (555) 010-0002`. Without a plus it may lack its country: nobody's. */
function toDialled({ wa_id, phone }: z.output<typeof phoneOnCard> = {}): string | undefined {
  if (wa_id !== undefined) return `+${wa_id.replace(/\D/g, '')}`;
  return phone?.startsWith('+') ? phone.replace(/[\s().-]/g, '') : undefined;
}

/** `response_json` is JSON within JSON; what is none is kept as it came. */
function toFlow({ name, response_json }: { name?: string | undefined; response_json?: unknown }) {
  return { name, response: readObject(response_json) };
}

function readObject(raw: unknown): Readonly<Record<string, unknown>> {
  const read = typeof raw === 'string' ? parseJson(raw) : raw;
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : { raw: read };
}

function parseJson(text: string): unknown {
  if (nestsTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toOrderItems(items: readonly unknown[] | undefined): OrderItem[] {
  return (items ?? []).flatMap((raw) => {
    const { data } = orderItem.safeParse(raw);
    if (data === undefined) return [];
    const { product_retailer_id: productId, quantity, item_price: price, currency } = data;
    return [{ productId, quantity, price, currency }];
  });
}

function toReferral(referral: NonNullable<Message['referral']>): Referral {
  const { source_type, source_id, source_url, ctwa_clid, headline } = referral;
  return {
    sourceType: source_type,
    sourceId: source_id,
    sourceUrl: source_url,
    clickId: ctwa_clid,
    headline,
  };
}

function toUnsupported({ unsupported, errors }: Message): InboundContent['unsupported'] {
  return { code: firstCode(errors), type: unsupported?.type };
}
