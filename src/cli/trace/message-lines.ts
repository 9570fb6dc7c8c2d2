// A rendered message as its person reads it, in lines for a terminal.

import type { OutgoingMessage } from '../../messaging/message.ts';
import { toPrintable } from '../code-frame.ts';

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
        title: `email "${toPrintable(message.subject)}"`,
        body: linesOf(message.text ?? toPlain(message.html)),
      };
    case 'whatsapp': {
      const { body } = message;
      if (body.type === 'text') return { title: 'whatsapp', body: linesOf(body.text.body) };
      const { name, language, components = [] } = body.template;
      const parameters = components.flatMap(({ type, parameters: given }) =>
        given.map(
          ({ parameter_name, text }, index) => `${type} ${parameter_name ?? `{{${index + 1}}}`}: ${text}`,
        ),
      );
      return { title: `whatsapp template ${name} (${language.code})`, body: parameters.flatMap(linesOf) };
    }
  }
}

/** Enough to recognise a mail by. */
const shownLines = 12;

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map(toPrintable);
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
