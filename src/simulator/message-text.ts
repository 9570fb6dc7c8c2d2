// A rendered message as its person reads it, in lines. Pure.

import type { MessageReference, OutgoingMessage } from '../messaging/message.ts';
import type { WhatsAppContent } from '../messaging/whatsapp-content.ts';
import { type ContentPart, toContentParts } from '../whatsapp/content-parts.ts';

export interface MessageLines {
  /** `whatsapp template spring_sale (ko)`, `sms`, `email "Subject"`. */
  readonly title: string;
  readonly body: readonly string[];
}

export function toMessageLines(message: OutgoingMessage): MessageLines {
  switch (message.channel) {
    case 'sms':
      return { title: 'sms', body: linesOf(message.text) };
    case 'email':
      return {
        title: `email "${message.subject}"`,
        body: linesOf(message.text ?? toPlain(message.html)),
      };
    case 'whatsapp':
      return {
        title: titleOf(message.body) + aboutOf(message),
        body: toContentParts(message.body).flatMap(toLines),
      };
  }
}

/** `whatsapp`, `whatsapp template spring_sale (ko)`, `whatsapp image`, `whatsapp list`. */
function titleOf(content: WhatsAppContent): string {
  switch (content.type) {
    case 'text':
      return 'whatsapp';
    case 'template':
      return `whatsapp template ${content.template.name} (${content.template.language.code})`;
    case 'interactive':
      return `whatsapp ${content.interactive.type.replaceAll('_', ' ')}`;
    default:
      return `whatsapp ${content.type}`;
  }
}

/** ` about offer`, ` about the last inbound`. */
function aboutOf({ about }: { readonly about?: MessageReference }): string {
  if (about === undefined) return '';
  return about === 'last-inbound' ? ' about the last inbound' : ` about ${about.sentBy}`;
}

function toLines({ label, text }: ContentPart): readonly string[] {
  return linesOf(label === '' ? text : `${label}: ${text}`);
}

/** Enough to recognise a mail by. */
const shownLines = 12;

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.length > shownLines ? [...lines.slice(0, shownLines), '…'] : lines;
}

/** What a mail says without its markup. */
function toPlain(html: string): string {
  const text = html
    .replace(/<(br|\/p|\/div|\/h\d|\/li|\/tr)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  return text.replace(/\n\s*\n+/g, '\n').trim();
}
