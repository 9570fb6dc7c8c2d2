// `whatsapp.message`: free-form text on WhatsApp. Allowed only inside the 24-hour window (F§4.1): it waits for the
// person to write, unless the author prefers the outcome `window`.

import { awaitableWords } from '../../src/messaging/outcomes.ts';
import { defineMessage, durationField, textField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  text: textField(4_096),
  previewUrl: z.boolean().default(false),
  await: z.enum(awaitableWords).default('delivered'),
  within: durationField.default('24h'),
  expires: durationField.optional(),
  waitForWindow: z.boolean().default(true),
});
type Config = z.infer<typeof config>;

export const whatsappMessage = defineMessage<Config>({
  type: 'whatsapp.message',
  version: 1,
  title: { en: 'WhatsApp message', ko: '왓츠앱 메시지' },
  channel: 'whatsapp',
  freeForm: true,
  config,
  plan: ({ await: word, within, expires, waitForWindow }) => ({
    await: word,
    within,
    waitForWindow,
    category: 'service',
    ...(expires ? { expires } : {}),
  }),
  texts: ({ text }) => [{ path: ['text'], source: text }],
  compose: ({ config: { text, previewUrl }, render }) => ({
    channel: 'whatsapp',
    form: 'free-form',
    body: { type: 'text', text: { body: render(text), ...(previewUrl ? { preview_url: true } : {}) } },
  }),
});
