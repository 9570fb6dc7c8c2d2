// `whatsapp.reaction`: an emoji on a message of the conversation, or none to take it back. Free-form: only inside the
// window. Done when Meta has accepted it, since nobody reads a reaction.

import { defineMessage, labelled, z } from '../../src/node-kit/index.ts';
import { gateOptions, listQuoted, referenceField, toPlan, toReference } from './whatsapp/options.ts';
import { listTexts, type Say, shortText } from './whatsapp/say.ts';

const config = z.strictObject({
  emoji: z.union([shortText(16), z.literal('')]).meta({
    ...labelled(
      { en: 'Emoji', ko: '이모지' },
      {
        en: 'One emoji; empty takes the reaction back.',
        ko: '이모지 하나입니다. 비우면 공감을 취소합니다.',
      },
    ),
    examples: ['👍'],
  }),
  to: referenceField.default({ inbound: 'last' }).meta(
    labelled(
      { en: 'Message', ko: '메시지' },
      {
        en: 'The message: the node that sent it, or the last one of the person.',
        ko: '대상 메시지: 보낸 노드, 또는 고객의 마지막 메시지입니다.',
      },
    ),
  ),
  expires: gateOptions.expires,
  waitForWindow: z
    .boolean()
    .default(false)
    .meta(
      labelled(
        { en: 'Wait for the window', ko: '창 기다리기' },
        {
          en: 'Wait until the person writes, instead of ending with `window` outside the 24 hours.',
          ko: '24시간 창 밖이면 결과 `window`로 끝내지 않고 고객이 쓸 때까지 기다립니다.',
        },
      ),
    ),
});
type Config = z.infer<typeof config>;

export const whatsappReaction = defineMessage<Config>({
  type: 'whatsapp.reaction',
  version: 1,
  title: { en: 'WhatsApp reaction', ko: '왓츠앱 공감' },
  icon: 'smile-plus',
  help: {
    en: 'Puts an emoji on a message of the conversation, inside the 24 hours.',
    ko: '대화의 메시지에 이모지로 공감합니다(24시간 창 안에서).',
  },
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
