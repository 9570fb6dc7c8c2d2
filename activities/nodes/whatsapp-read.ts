// `whatsapp.read`: shows the person that their last message was read, and perhaps that an answer is being written.
// Nobody gets a message by it; it needs an open window, and is done when Meta has taken it.

import { defineMessage, labelled, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  typing: z
    .boolean()
    .default(false)
    .meta(
      labelled(
        { en: 'Typing', ko: '입력 중 표시' },
        {
          en: 'Show for up to 25 seconds, or until the next message, that an answer is being written.',
          ko: '최대 25초 또는 다음 메시지까지 입력 중임을 표시합니다.',
        },
      ),
    ),
});
type Config = z.infer<typeof config>;

export const whatsappRead = defineMessage<Config>({
  type: 'whatsapp.read',
  version: 1,
  title: { en: 'WhatsApp read receipt', ko: '왓츠앱 읽음 표시' },
  icon: 'check-check',
  help: {
    en: 'Shows the person that their last message was read.',
    ko: '고객의 마지막 메시지를 읽었음을 표시합니다.',
  },
  channel: 'whatsapp',
  freeForm: true,
  config,
  plan: () => ({ await: 'accepted', within: '1h', expires: '5m', waitForWindow: false, category: 'service' }),
  compose: ({ config: { typing } }) => ({
    channel: 'whatsapp',
    form: 'free-form',
    body: { type: 'read', read: typing ? { typing } : {} },
    about: 'last-inbound',
  }),
});
