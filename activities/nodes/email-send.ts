// `email.send`: an e-mail. Done when the mail server has accepted it.

import { categoryField, defineMessage, durationField, textField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  subject: textField(300),
  html: textField(200_000).meta({ description: 'Values are escaped, unless `| raw` is written.' }),
  text: textField(100_000).optional().meta({ description: 'For readers without HTML.' }),
  category: categoryField.default('marketing').meta({ description: 'Decides which rules apply to it.' }),
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
});
type Config = z.infer<typeof config>;

export const emailSend = defineMessage<Config>({
  type: 'email.send',
  version: 1,
  title: { en: 'E-mail', ko: '이메일' },
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
