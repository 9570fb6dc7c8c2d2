// The words of an interactive message: above, in and below it.

import type { AnyHeader } from '../../../src/messaging/whatsapp-interactive.ts';
import { labelled } from '../../../src/node-kit/index.ts';
import { headerField, headerText, type Picture, toHeader } from './header.ts';
import { type Say, shortText, under } from './say.ts';

export const bodyText = shortText(1_024).meta(
  labelled({ en: 'Text', ko: '내용' }, { en: 'What the message says.', ko: '메시지 내용입니다.' }),
);

const footer = shortText(60)
  .optional()
  .meta(
    labelled(
      { en: 'Footer', ko: '바닥글' },
      { en: 'A small line below the text.', ko: '내용 아래의 작은 글입니다.' },
    ),
  );

export const wordsBelow = { text: bodyText, footer };
export const words = { header: headerField.optional(), ...wordsBelow };
export const plainWords = { header: headerText.optional(), ...wordsBelow };

export function toAbove(header: string | Picture | undefined, say: Say): { header?: AnyHeader } {
  return header === undefined ? {} : { header: toHeader(header, under(say, 'header')) };
}

export function toBelow(
  { text, footer }: { readonly text: string; readonly footer?: string | undefined },
  say: Say,
) {
  return { body: { text: say(text, ['text']) }, ...toFooter(footer, say) };
}

export function toFooter(footer: string | undefined, say: Say): { footer?: { text: string } } {
  return footer === undefined ? {} : { footer: { text: say(footer, ['footer']) } };
}
