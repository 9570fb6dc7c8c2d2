// `sms.send`: a text message. Done when the provider has accepted it.

import { categoryField, defineMessage, durationField, textField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  text: textField(1_600),
  category: categoryField.default('marketing').meta({ description: 'Decides which rules apply to it.' }),
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
});
type Config = z.infer<typeof config>;

export const smsSend = defineMessage<Config>({
  type: 'sms.send',
  version: 1,
  title: { en: 'Text message', ko: '문자 메시지' },
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
