// A message as the phone of its person shows it: a template's own words filled in where they are known, buttons with
// their labels. Plain JSON for a preview. Pure.

import type { TemplateInfo } from '../journey/surroundings.ts';
import type { OutgoingMessage } from '../messaging/message.ts';
import { countSmsSegments, type SmsSegments } from '../messaging/sms-segments.ts';
import type { WhatsAppContent } from '../messaging/whatsapp-content.ts';
import type { WhatsAppInteractive } from '../messaging/whatsapp-interactive.ts';
import { type ContentPart, toContentParts, toHeaderText } from '../whatsapp/content-parts.ts';
import { type ShownButton, type ShownHeader, type ShownTemplate, showTemplate } from './shown-template.ts';

export type ShownMessage =
  | ShownWhatsApp
  | ({ readonly channel: 'sms'; readonly text: string } & SmsSegments)
  | {
      readonly channel: 'email';
      readonly subject: string;
      readonly html: string;
      readonly text: string | null;
    };

export interface ShownWhatsApp {
  readonly channel: 'whatsapp';
  /** Meta's word: `template`, `text`, `image`, or `list`, `button` … of an interactive one. */
  readonly kind: string;
  readonly template: ShownTemplate | null;
  readonly header: ShownHeader | null;
  /** Null where there is none, or where a template's own words are not known. */
  readonly body: string | null;
  readonly footer: string | null;
  readonly buttons: readonly ShownButton[];
  /** Everything that can be read of it, for what has no place of its own. */
  readonly parts: readonly ContentPart[];
}

export type FindTemplate = (name: string, language: string) => TemplateInfo | undefined;

export function showMessage(message: OutgoingMessage, findTemplate: FindTemplate): ShownMessage {
  switch (message.channel) {
    case 'sms':
      return { channel: 'sms', text: message.text, ...countSmsSegments(message.text) };
    case 'email': {
      const { subject, html, text = null } = message;
      return { channel: 'email', subject, html, text };
    }
    case 'whatsapp':
      return showWhatsApp(message.body, findTemplate);
  }
}

const bare = { template: null, header: null, body: null, footer: null, buttons: [] } as const;

function showWhatsApp(content: WhatsAppContent, findTemplate: FindTemplate): ShownWhatsApp {
  const shown = { channel: 'whatsapp', kind: content.type, ...bare, parts: toContentParts(content) } as const;
  switch (content.type) {
    case 'template': {
      const { name, language } = content.template;
      return { ...shown, ...showTemplate(content.template, findTemplate(name, language.code)) };
    }
    case 'text':
      return { ...shown, body: content.text.body };
    case 'interactive':
      return { ...shown, ...showInteractive(content.interactive) };
    case 'reaction':
      return { ...shown, body: content.reaction.emoji };
    case 'image':
    case 'video':
    case 'document': {
      const [file, caption] = shown.parts;
      return {
        ...shown,
        header: { kind: content.type, text: file?.text ?? '' },
        body: caption?.text ?? null,
      };
    }
    default:
      return shown;
  }
}

function showInteractive(
  interactive: WhatsAppInteractive,
): Partial<ShownWhatsApp> & { readonly kind: string } {
  const header = 'header' in interactive ? interactive.header : undefined;
  return {
    kind: interactive.type,
    header: header === undefined ? null : { kind: header.type, text: toHeaderText(header) },
    body: interactive.body?.text ?? null,
    footer: interactive.footer?.text ?? null,
    buttons: toButtons(interactive),
  };
}

function toButtons(interactive: WhatsAppInteractive): readonly ShownButton[] {
  switch (interactive.type) {
    case 'button':
      return interactive.action.buttons.map(({ reply: { id, title } }) => button('reply', title, { id }));
    case 'list':
      return [
        button('list', interactive.action.button),
        ...interactive.action.sections.flatMap(({ rows }) =>
          rows.map(({ id, title }) => button('row', title, { id })),
        ),
      ];
    case 'cta_url': {
      const { display_text, url } = interactive.action.parameters;
      return [button('url', display_text, { url })];
    }
    case 'flow':
      return [button('flow', interactive.action.parameters.flow_cta)];
    case 'voice_call':
      return [button('voice_call', interactive.action.parameters.display_text)];
    default:
      return [];
  }
}

function button(
  kind: string,
  text: string,
  { id = null, url = null }: Partial<Pick<ShownButton, 'id' | 'url'>> = {},
): ShownButton {
  return { kind, text, id, url };
}
