// What every free-form message of WhatsApp has beside its content: how it waits, and what it is about.

import type { MessageReference } from '../../../src/messaging/message.ts';
import { awaitableWords } from '../../../src/messaging/outcomes.ts';
import { durationField, type MessagePlan, nodeField, z } from '../../../src/node-kit/index.ts';

export const gateOptions = {
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
  waitForWindow: z.boolean().default(true).meta({
    description: 'Wait until the person writes, instead of ending with `window` outside the 24 hours.',
  }),
};

/** A message of the conversation: what a node sent, or the person's last one. */
export const referenceField = z
  .union([nodeField, z.strictObject({ inbound: z.literal('last') })])
  .meta({ examples: ['offer', { inbound: 'last' }] });

export const options = {
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

type Options = z.infer<z.ZodObject<typeof options>>;
type Reference = z.infer<typeof referenceField>;

export function toPlan({
  await: word,
  within,
  expires,
  waitForWindow,
}: Omit<Options, 'replyTo'>): MessagePlan {
  return {
    await: word,
    within,
    waitForWindow,
    category: 'service',
    ...(expires === undefined ? {} : { expires }),
  };
}

/** The node that it names, at `field`: for checks. */
export function listQuoted(reference: Reference | undefined, field: string) {
  return typeof reference === 'string' ? [{ path: [field], node: reference }] : [];
}

export function toReference(reference: Reference): MessageReference {
  return typeof reference === 'string' ? { sentBy: reference } : 'last-inbound';
}
