// What every free-form message of WhatsApp has beside its content: how it waits, and what it is about.

import type { DirectSend, MessageReference } from '../../../src/messaging/message.ts';
import { awaitableWords } from '../../../src/messaging/outcomes.ts';
import {
  durationField,
  expiresField,
  labelled,
  type MessagePlan,
  nodeField,
  senderNameField,
  z,
} from '../../../src/node-kit/index.ts';

/** One of several numbers, as the server's configuration calls it. */
export const senderField = senderNameField.meta({
  ...labelled(
    { en: 'Sender', ko: '발신 번호' },
    {
      en: 'The number that sends, by its name in the configuration; otherwise the one of the journey, the one that the person is talking to, or the default.',
      ko: '설정에 있는 발신 번호의 이름입니다. 비워 두면 여정의 번호, 고객이 대화 중인 번호, 기본 번호 순입니다.',
    },
  ),
  examples: ['shop-kr'],
});

export const gateOptions = {
  sender: senderField.optional(),
  expires: expiresField.optional(),
  waitForWindow: z
    .boolean()
    .default(true)
    .meta(
      labelled(
        { en: 'Wait for the window', ko: '창 기다리기' },
        {
          en: 'Wait until the person writes, instead of ending with `window` outside the 24 hours.',
          ko: '24시간 창 밖이면 결과 `window`로 끝내지 않고 고객이 쓸 때까지 기다립니다.',
        },
      ),
    ),
};

/** What counts as success, and how long that may take. */
export const evidenceOptions = {
  await: z
    .enum(awaitableWords)
    .default('delivered')
    .meta(
      labelled(
        { en: 'Wait for', ko: '기다릴 증거' },
        { en: 'The evidence that counts as success.', ko: '성공으로 볼 증거입니다.' },
      ),
    ),
  within: durationField.default('24h').meta(
    labelled(
      { en: 'Evidence within', ko: '증거 대기' },
      {
        en: 'Outcome `silent` without evidence for so long.',
        ko: '이 시간 동안 증거가 없으면 결과는 `silent`입니다.',
      },
    ),
  ),
};

/** A message of the conversation: what a node sent, or the person's last one. */
export const referenceField = z
  .union([nodeField, z.strictObject({ inbound: z.literal('last') })])
  .meta({ examples: ['offer', { inbound: 'last' }] });

/** Of everything that Meta can't make a template of by itself. */
export const plainOptions = {
  replyTo: referenceField.optional().meta(
    labelled(
      { en: 'Reply to', ko: '인용' },
      {
        en: 'The message that this one quotes: the node that sent it, or the last one of the person. Where there is none, nothing is quoted.',
        ko: '인용할 메시지: 보낸 노드, 또는 고객의 마지막 메시지입니다. 없으면 인용하지 않습니다.',
      },
    ),
  ),
  ...evidenceOptions,
  ...gateOptions,
};

export const options = {
  ...plainOptions,
  category: z
    .enum(['service', 'utility'])
    .default('service')
    .meta(
      labelled(
        { en: 'Category', ko: '분류' },
        {
          en: '`utility`: may go outside the window as Direct Send, where the sender can. Only for what the person has asked for or needs to know.',
          ko: '`utility`: 발신 번호가 지원하면 Direct Send로 창 밖에서도 나갈 수 있습니다. 고객이 요청했거나 알아야 하는 내용에만 쓰세요.',
        },
      ),
    ),
  ttlSeconds: z
    .int()
    .min(30)
    .max(43_200)
    .optional()
    .meta(
      labelled(
        { en: 'Give up after (seconds)', ko: '포기 시간(초)' },
        {
          en: 'Direct Send: Meta gives it up after so many seconds, without a word.',
          ko: 'Direct Send: 이 시간(초)이 지나면 Meta가 알림 없이 포기합니다.',
        },
      ),
    ),
};

type Options = z.infer<z.ZodObject<typeof plainOptions>>;
type Direct = Partial<Pick<z.infer<z.ZodObject<typeof options>>, 'category' | 'ttlSeconds'>>;
type Reference = z.infer<typeof referenceField>;

export function toPlan({
  await: word,
  within,
  expires,
  waitForWindow,
  sender,
  category = 'service',
}: Omit<Options, 'replyTo'> & Direct): MessagePlan {
  return {
    await: word,
    within,
    waitForWindow,
    category,
    ...(sender === undefined ? {} : { sender }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** How Meta may send it outside the window, where the author allows that (F§5.4). */
export function toDirectSend({ category, ttlSeconds }: Direct): DirectSend | undefined {
  if (category !== 'utility') return undefined;
  return { category, ...(ttlSeconds === undefined ? {} : { ttlSeconds }) };
}

/** The node that it names, at `field`: for checks. */
export function listQuoted(reference: Reference | undefined, field: string) {
  return typeof reference === 'string' ? [{ path: [field], node: reference }] : [];
}

export function toReference(reference: Reference): MessageReference {
  return typeof reference === 'string' ? { sentBy: reference } : 'last-inbound';
}
