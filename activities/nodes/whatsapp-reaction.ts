// `whatsapp.reaction`: an emoji on a message of the conversation, or none to take it back. Free-form: only inside the
// window. Done when Meta has accepted it, since nobody reads a reaction.

import { defineMessage, z } from '../../src/node-kit/index.ts';
import { gateOptions, listQuoted, referenceField, toPlan, toReference } from './whatsapp/options.ts';
import { listTexts, type Say, shortText } from './whatsapp/say.ts';

const config = z.strictObject({
  emoji: z
    .union([shortText(16), z.literal('')])
    .meta({ description: 'One emoji; empty takes the reaction back.', examples: ['👍'] }),
  to: referenceField.default({ inbound: 'last' }).meta({
    description: 'The message: the node that sent it, or the last one of the person.',
  }),
  expires: gateOptions.expires,
  waitForWindow: z.boolean().default(false).meta({
    description: 'Wait until the person writes, instead of ending with `window` outside the 24 hours.',
  }),
});
type Config = z.infer<typeof config>;

export const whatsappReaction = defineMessage<Config>({
  type: 'whatsapp.reaction',
  version: 1,
  title: { en: 'WhatsApp reaction', ko: '왓츠앱 공감' },
  channel: 'whatsapp',
  freeForm: true,
  config,
  plan: (with_) => toPlan({ ...with_, await: 'accepted', within: '24h' }),
  texts: (with_) => listTexts((say) => toEmoji(with_, say)),
  quotes: ({ to }) => listQuoted(to, 'to'),
  compose: ({ config: with_, render }) => ({
    channel: 'whatsapp',
    form: 'free-form',
    body: { type: 'reaction', reaction: { emoji: toEmoji(with_, render) } },
    about: toReference(with_.to),
  }),
});

function toEmoji({ emoji }: Config, say: Say): string {
  return emoji === '' ? '' : say(emoji, ['emoji']);
}
