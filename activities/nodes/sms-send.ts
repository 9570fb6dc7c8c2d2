// `sms.send`: a text message. Done when the provider has accepted it.

import {
  categoryField,
  defineMessage,
  durationField,
  labelled,
  textField,
  z,
} from '../../src/node-kit/index.ts';

const config = z.strictObject({
  text: textField(1_600).meta(labelled({ en: 'Text', ko: '내용' })),
  category: categoryField
    .default('marketing')
    .meta(
      labelled(
        { en: 'Category', ko: '분류' },
        { en: 'Decides which rules apply to it.', ko: '어떤 규칙이 적용되는지를 정합니다.' },
      ),
    ),
  expires: durationField
    .optional()
    .meta(
      labelled(
        { en: 'Expires', ko: '만료' },
        { en: 'How long it may wait at the gate.', ko: '게이트에서 기다릴 수 있는 최대 시간입니다.' },
      ),
    ),
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
