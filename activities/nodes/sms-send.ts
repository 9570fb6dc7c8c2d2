// `sms.send`: a text message. Done when the provider has accepted it.

import { defineMessage, labelled, textField, z } from '../../src/node-kit/index.ts';
import { plainMessageFields } from './plain-message-fields.ts';

const config = z.strictObject({
  text: textField(1_600).meta(labelled({ en: 'Text', ko: '내용' })),
  ...plainMessageFields,
});
type Config = z.infer<typeof config>;

export const smsSend = defineMessage<Config>({
  type: 'sms.send',
  version: 1,
  title: { en: 'Text message', ko: '문자 메시지' },
  icon: 'message-square-text',
  help: {
    en: 'Sends a text message; done when the provider has taken it.',
    ko: '문자 메시지를 보냅니다. 발송 업체가 접수하면 완료됩니다.',
  },
  channel: 'sms',
  config,
  plan: ({ category, expires }) => ({
    await: 'accepted',
    within: '24h',
    category,
    ...(expires ? { expires } : {}),
  }),
  texts: ({ text }) => [{ path: ['text'], source: text }],
  compose: ({ config: { text }, render }) => ({ channel: 'sms', text: render(text) }),
});
