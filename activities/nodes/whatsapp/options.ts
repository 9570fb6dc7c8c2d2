// What every free-form message of WhatsApp has beside its content: how it waits, and what it is about.

import type { DirectSend, MessageReference } from '../../../src/messaging/message.ts';
import { awaitableWords } from '../../../src/messaging/outcomes.ts';
import {
  durationField,
  type MessagePlan,
  nodeField,
  senderNameField,
  z,
} from '../../../src/node-kit/index.ts';

/** One of several numbers, as the server's configuration calls it. */
export const senderField = senderNameField.meta({
  description:
    'The number that sends, by its name in the configuration; otherwise the one of the journey, the one that the person is talking to, or the default.',
  examples: ['shop-kr'],
});

export const gateOptions = {
  sender: senderField.optional(),
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
  waitForWindow: z.boolean().default(true).meta({
    description: 'Wait until the person writes, instead of ending with `window` outside the 24 hours.',
  }),
};

/** A message of the conversation: what a node sent, or the person's last one. */
export const referenceField = z
  .union([nodeField, z.strictObject({ inbound: z.literal('last') })])
  .meta({ examples: ['offer', { inbound: 'last' }] });

/** Of everything that Meta can't make a template of by itself. */
export const plainOptions = {
  replyTo: referenceField.optional().meta({
    description:
      'The message that this one quotes: the node that sent it, or the last one of the person. Where there is none, nothing is quoted.',
  }),
  await: z
    .enum(awaitableWords)
    .default('delivered')
    .meta({ description: 'The evidence that counts as success.' }),
  within: durationField
    .default('24h')
    .meta({ description: 'Outcome `silent` without evidence for so long.' }),
  ...gateOptions,
};

export const options = {
  ...plainOptions,
  category: z.enum(['service', 'utility']).default('service').meta({
    description:
      '`utility`: may go outside the window as Direct Send, where the sender can. Only for what the person has asked for or needs to know.',
  }),
  ttlSeconds: z.int().min(30).max(43_200).optional().meta({
    description: 'Direct Send: Meta gives it up after so many seconds, without a word.',
  }),
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
