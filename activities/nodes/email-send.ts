// `email.send`: an e-mail. Done when the mail server has accepted it.

import { defineMessage, labelled, textField, z } from '../../src/node-kit/index.ts';
import { plainMessageFields } from './plain-message-fields.ts';

const config = z.strictObject({
  subject: textField(300).meta(labelled({ en: 'Subject', ko: '제목' })),
  html: textField(200_000).meta(
    labelled(
      { en: 'HTML', ko: 'HTML 본문' },
      {
        en: 'Values are escaped, unless `| raw` is written.',
        ko: '`| raw`를 쓰지 않으면 값은 이스케이프됩니다.',
      },
    ),
  ),
  text: textField(100_000)
    .optional()
    .meta(
      labelled(
        { en: 'Plain text', ko: '텍스트 본문' },
        { en: 'For readers without HTML.', ko: 'HTML을 볼 수 없는 경우에 쓰입니다.' },
      ),
    ),
  ...plainMessageFields,
});
type Config = z.infer<typeof config>;

export const emailSend = defineMessage<Config>({
  type: 'email.send',
  version: 1,
  title: { en: 'E-mail', ko: '이메일' },
  icon: 'mail',
  help: {
    en: 'Sends an e-mail; done when the mail server has taken it.',
    ko: '이메일을 보냅니다. 메일 서버가 받으면 완료됩니다.',
  },
  channel: 'email',
  config,
  plan: ({ category, expires }) => ({
    await: 'accepted',
    within: '24h',
    category,
    ...(expires ? { expires } : {}),
  }),
  texts: ({ subject, html, text }) => [
    { path: ['subject'], source: subject },
    { path: ['html'], source: html },
    ...(text ? [{ path: ['text'], source: text }] : []),
  ],
  compose: ({ config: { subject, html, text }, render, renderHtml }) => ({
    channel: 'email',
    subject: render(subject),
    html: renderHtml(html),
    ...(text ? { text: render(text) } : {}),
  }),
});
