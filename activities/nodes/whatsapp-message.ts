// `whatsapp.message`: a free-form message on WhatsApp, of any kind. Allowed only inside the 24-hour window (F§4.1): it
// waits for the person to write, unless the author prefers the outcome `window`.

import type { WhatsAppContent } from '../../src/messaging/whatsapp-content.ts';
import type { WhatsAppInteractive } from '../../src/messaging/whatsapp-interactive.ts';
import { defineMessage, labelled, z } from '../../src/node-kit/index.ts';
import {
  buttonsMessage,
  listChoices,
  listMessage,
  toButtonsMessage,
  toListMessage,
} from './whatsapp/choices.ts';
import { contactsField, toContacts } from './whatsapp/contacts.ts';
import {
  callMessage,
  catalogMessage,
  flowMessage,
  linkMessage,
  productMessage,
  productsMessage,
  toCallMessage,
  toCatalogMessage,
  toFlowMessage,
  toLinkMessage,
  toProductMessage,
  toProductsMessage,
} from './whatsapp/invitations.ts';
import {
  documentField,
  locationField,
  mediaField,
  toDocument,
  toLocation,
  toMedia,
} from './whatsapp/media.ts';
import { listQuoted, options, plainOptions, toDirectSend, toPlan, toReference } from './whatsapp/options.ts';
import { addressMessage, askMessage, toAddressMessage, toAskMessage } from './whatsapp/questions.ts';
import { listTexts, type Say, sayOptional, shortText, under } from './whatsapp/say.ts';

const caption = shortText(1_024)
  .optional()
  .meta(labelled({ en: 'Caption', ko: '설명' }, { en: 'Below the file.', ko: '파일 아래에 놓입니다.' }));

/** What stands in it says which kind of message it is. */
const config = z.union([
  z.strictObject({
    text: shortText(4_096).meta(labelled({ en: 'Text', ko: '내용' })),
    previewUrl: z
      .boolean()
      .default(false)
      .meta(
        labelled(
          { en: 'Link preview', ko: '링크 미리보기' },
          { en: 'Show a preview of the first link.', ko: '첫 링크의 미리보기를 보여 줍니다.' },
        ),
      ),
    ...options,
  }),
  buttonsMessage,
  listMessage,
  linkMessage,
  z.strictObject({
    image: mediaField.meta(labelled({ en: 'Image', ko: '이미지' })),
    text: caption,
    ...plainOptions,
  }),
  z.strictObject({
    video: mediaField.meta(labelled({ en: 'Video', ko: '동영상' })),
    text: caption,
    ...plainOptions,
  }),
  z.strictObject({ document: documentField, text: caption, ...plainOptions }),
  z.strictObject({ audio: mediaField.meta(labelled({ en: 'Audio', ko: '음성' })), ...plainOptions }),
  z.strictObject({ sticker: mediaField.meta(labelled({ en: 'Sticker', ko: '스티커' })), ...plainOptions }),
  z.strictObject({ location: locationField, ...plainOptions }),
  z.strictObject({ contacts: contactsField, ...plainOptions }),
  askMessage,
  addressMessage,
  flowMessage,
  callMessage,
  productMessage,
  productsMessage,
  catalogMessage,
]);
type Config = z.infer<typeof config>;

export const whatsappMessage = defineMessage<Config>({
  type: 'whatsapp.message',
  version: 1,
  title: { en: 'WhatsApp message', ko: '왓츠앱 메시지' },
  icon: 'message-circle',
  help: {
    en: 'Sends a free-form message on WhatsApp, inside the 24 hours after the person wrote.',
    ko: '고객이 쓴 뒤 24시간 안에 자유 형식 메시지를 왓츠앱으로 보냅니다.',
  },
  channel: 'whatsapp',
  freeForm: true,
  config,
  choices: (with_) => ({ ids: listChoices(with_), isComplete: true }),
  plan: toPlan,
  texts: (with_) => listTexts((say) => toContent(with_, say)),
  quotes: ({ replyTo }) => listQuoted(replyTo, 'replyTo'),
  compose: ({ config: with_, render }) => {
    const directSend = 'category' in with_ ? toDirectSend(with_) : undefined;
    return {
      channel: 'whatsapp',
      form: 'free-form',
      body: toContent(with_, render),
      ...(with_.replyTo === undefined ? {} : { about: toReference(with_.replyTo) }),
      ...(directSend === undefined ? {} : { directSend }),
    };
  },
});

function toContent(with_: Config, say: Say): WhatsAppContent {
  if ('image' in with_) {
    return {
      type: 'image',
      image: { ...toMedia(with_.image, under(say, 'image')), ...toCaption(with_, say) },
    };
  }
  if ('video' in with_) {
    return {
      type: 'video',
      video: { ...toMedia(with_.video, under(say, 'video')), ...toCaption(with_, say) },
    };
  }
  if ('document' in with_) {
    const document = toDocument(with_.document, under(say, 'document'));
    return { type: 'document', document: { ...document, ...toCaption(with_, say) } };
  }
  if ('audio' in with_) return { type: 'audio', audio: toMedia(with_.audio, under(say, 'audio')) };
  if ('sticker' in with_) return { type: 'sticker', sticker: toMedia(with_.sticker, under(say, 'sticker')) };
  if ('location' in with_) {
    return { type: 'location', location: toLocation(with_.location, under(say, 'location')) };
  }
  if ('contacts' in with_) {
    return { type: 'contacts', contacts: toContacts(with_.contacts, under(say, 'contacts')) };
  }
  if ('previewUrl' in with_) {
    const preview = with_.previewUrl ? { preview_url: true } : {};
    return { type: 'text', text: { body: say(with_.text, ['text']), ...preview } };
  }
  return { type: 'interactive', interactive: toInteractive(with_, say) };
}

type Interactive = Exclude<
  Config,
  | { image: unknown }
  | { video: unknown }
  | { document: unknown }
  | { audio: unknown }
  | { sticker: unknown }
  | { location: unknown }
  | { contacts: unknown }
  | { previewUrl: boolean }
>;

function toInteractive(with_: Interactive, say: Say): WhatsAppInteractive {
  if ('buttons' in with_) return toButtonsMessage(with_, say);
  if ('list' in with_) return toListMessage(with_, say);
  if ('link' in with_) return toLinkMessage(with_, say);
  if ('ask' in with_) return toAskMessage(with_, say);
  if ('askAddress' in with_) return toAddressMessage(with_, say);
  if ('flow' in with_) return toFlowMessage(with_, say);
  if ('call' in with_) return toCallMessage(with_, say);
  if ('product' in with_) return toProductMessage(with_, say);
  if ('products' in with_) return toProductsMessage(with_, say);
  return toCatalogMessage(with_, say);
}

function toCaption({ text }: { readonly text?: string | undefined }, say: Say) {
  return sayOptional(say, { as: 'caption', at: 'text' }, text);
}
