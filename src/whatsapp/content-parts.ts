// What a person can read of a WhatsApp message, part by part: for traces, tests of journeys and lists. Pure.

import type { WhatsAppContent } from '../messaging/whatsapp-content.ts';
import type { WhatsAppInteractive } from '../messaging/whatsapp-interactive.ts';
import type { WhatsAppMedia } from '../messaging/whatsapp-media.ts';
import type {
  BodyParameter,
  CardComponent,
  HeaderParameter,
  TemplateButton,
  WhatsAppTemplateComponent,
} from '../messaging/whatsapp-template.ts';

/** `label` says which part it is; empty where the message is nothing else. */
export interface ContentPart {
  readonly label: string;
  readonly text: string;
}

export function toContentParts(content: WhatsAppContent): readonly ContentPart[] {
  switch (content.type) {
    case 'template':
      return (content.template.components ?? []).flatMap(partsOfComponent);
    case 'text':
      return [part('', content.text.body)];
    case 'image':
      return partsOfFile(content.image);
    case 'video':
      return partsOfFile(content.video);
    case 'document':
      return partsOfFile(content.document);
    case 'audio':
      return partsOfFile(content.audio);
    case 'sticker':
      return partsOfFile(content.sticker);
    case 'location': {
      const { latitude, longitude, name, address } = content.location;
      return [part('', [name, address, `${latitude}, ${longitude}`].filter(Boolean).join(', '))];
    }
    case 'contacts':
      return content.contacts.map(({ name, phones = [] }) =>
        part('contact', [name.formatted_name, ...phones.map(({ phone }) => phone)].join(', ')),
      );
    case 'interactive':
      return partsOfInteractive(content.interactive);
    case 'reaction':
      return [part('', content.reaction.emoji)];
    case 'read':
      return [];
  }
}

function part(label: string, text: string): ContentPart {
  return { label, text };
}

function optional(label: string, text: string | undefined): readonly ContentPart[] {
  return text === undefined || text === '' ? [] : [part(label, text)];
}

function partsOfFile(
  file: WhatsAppMedia & { readonly caption?: string; readonly filename?: string },
): readonly ContentPart[] {
  return [part('file', nameOf(file)), ...optional('', file.caption)];
}

function nameOf(file: WhatsAppMedia & { readonly filename?: string }): string {
  return file.filename ?? ('link' in file ? file.link : file.id);
}

function partsOfComponent(component: WhatsAppTemplateComponent): readonly ContentPart[] {
  switch (component.type) {
    case 'carousel':
      return component.cards.flatMap(({ card_index, components }) =>
        components
          .flatMap(partsOfCard)
          .map(({ label, text }) => part(`card ${card_index + 1} ${label}`, text)),
      );
    case 'limited_time_offer': {
      const ends = new Date(component.parameters[0].limited_time_offer.expiration_time_ms);
      return [part('offer until', ends.toISOString())];
    }
    default:
      return partsOfCard(component);
  }
}

function partsOfCard(component: CardComponent): readonly ContentPart[] {
  switch (component.type) {
    case 'header':
      return component.parameters.map((parameter) =>
        part(parameter.type === 'text' ? labelOf('header', parameter, 0) : 'header', toHeaderText(parameter)),
      );
    case 'body':
      return component.parameters.map((parameter, index) =>
        part(labelOf('body', parameter, index), toBodyText(parameter)),
      );
    case 'button':
      return optional(`button ${component.index}`, toButtonText(component));
  }
}

function labelOf(component: string, { parameter_name }: { parameter_name?: string }, index: number): string {
  return `${component} ${parameter_name ?? `{{${index + 1}}}`}`;
}

/** What can be read of a header. */
export function toHeaderText(parameter: HeaderParameter): string {
  switch (parameter.type) {
    case 'text':
      return parameter.text;
    case 'image':
      return nameOf(parameter.image);
    case 'video':
      return nameOf(parameter.video);
    case 'document':
      return nameOf(parameter.document);
    case 'location':
      return parameter.location.name ?? `${parameter.location.latitude}, ${parameter.location.longitude}`;
    case 'product':
      return parameter.product.product_retailer_id;
  }
}

export function toBodyText(parameter: BodyParameter): string {
  switch (parameter.type) {
    case 'text':
      return parameter.text;
    case 'currency':
      return parameter.currency.fallback_value;
    case 'date_time':
      return parameter.date_time.fallback_value;
  }
}

/** What a button is given. */
export function toButtonText(button: TemplateButton): string | undefined {
  switch (button.sub_type) {
    case 'url':
      return button.parameters[0].text;
    case 'copy_code':
      return button.parameters[0].coupon_code;
    case 'quick_reply':
      return button.parameters[0].payload;
    case 'catalog':
    case 'mpm':
      return button.parameters[0].action.thumbnail_product_retailer_id;
    case 'flow':
    case 'voice_call':
      return undefined;
  }
}

function partsOfInteractive(interactive: WhatsAppInteractive): readonly ContentPart[] {
  const header = 'header' in interactive ? interactive.header : undefined;
  return [
    ...(header === undefined ? [] : [part('header', toHeaderText(header))]),
    ...optional('', interactive.body?.text),
    ...tapsOf(interactive),
    ...optional('footer', interactive.footer?.text),
  ];
}

/** What there is to tap. */
function tapsOf(interactive: WhatsAppInteractive): readonly ContentPart[] {
  switch (interactive.type) {
    case 'button':
      return interactive.action.buttons.map(({ reply }) => part(`button ${reply.id}`, reply.title));
    case 'list':
      return [
        part('list', interactive.action.button),
        ...interactive.action.sections.flatMap(({ rows }) =>
          rows.map(({ id, title, description }) =>
            part(`row ${id}`, [title, description].filter(Boolean).join(': ')),
          ),
        ),
      ];
    case 'cta_url': {
      const { display_text, url } = interactive.action.parameters;
      return [part('link', `${display_text} (${url})`)];
    }
    case 'flow':
      return [part('flow', interactive.action.parameters.flow_cta)];
    case 'voice_call':
      return [part('call', interactive.action.parameters.display_text)];
    case 'product':
      return [part('product', interactive.action.product_retailer_id)];
    case 'product_list':
      return interactive.action.sections.flatMap(({ title = '', product_items }) =>
        product_items.map(({ product_retailer_id }) => part(`product ${title}`.trim(), product_retailer_id)),
      );
    case 'order_details':
    case 'order_status':
      return [part('order', interactive.action.parameters.reference_id)];
    case 'catalog_message':
    case 'location_request_message':
    case 'address_message':
    case 'request_contact_info':
    case 'call_permission_request':
      return [];
  }
}
