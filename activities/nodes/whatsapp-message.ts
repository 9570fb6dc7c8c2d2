// `whatsapp.message`: free-form text on WhatsApp. Allowed only inside the 24-hour window (F§4.1): it waits for the
// person to write, unless the author prefers the outcome `window`.

import { awaitableWords } from '../../src/messaging/outcomes.ts';
import { defineMessage, durationField, textField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  text: textField(4_096),
  previewUrl: z.boolean().default(false).meta({ description: 'Show a preview of the first link.' }),
  await: z
    .enum(awaitableWords)
    .default('delivered')
    .meta({ description: 'The evidence that counts as success.' }),
  within: durationField
    .default('24h')
    .meta({ description: 'Outcome `silent` without evidence for so long.' }),
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
  waitForWindow: z.boolean().default(true).meta({
    description: 'Wait until the person writes, instead of ending with `window` outside the 24 hours.',
  }),
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
