// The parts of Meta's webhooks that we read, as lenient schemas (F§2.2-2.4): unknown fields pass, odd types become
// undefined where we can do without, and only what an item can't exist without makes it fail. Pure.

import { z } from 'zod';

/** Ids and codes come as strings here and as numbers there. */
const word = z.union([z.string(), z.number()]).transform(String);
const optionalWord = word.optional().catch(undefined);
const list = z.array(z.unknown()).optional().catch(undefined);

/**
 * Meta's time as epoch ms: seconds as strings or integers, sometimes milliseconds (F§2.2). Seconds reach 1e11 in
 * the year 5138; milliseconds passed it in 1973.
 */
export const timestampMs = word.transform((text, context) => {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return Math.round(value < 1e11 ? value * 1000 : value);
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

export const envelopeShape = z.looseObject({ object: z.string(), entry: list });

/** Our own receiver's proof that its webhook path is open (DESIGN 7.2). */
export const selfTestShape = z.looseObject({
  object: z.literal('jornada_self_test'),
  id: z.string().min(1),
  atMs: z.number(),
});

export const entryShape = z.looseObject({
  id: optionalWord,
  time: timestampMs.optional().catch(undefined),
  changes: list,
});

export const changeShape = z.looseObject({ field: z.string(), value: z.unknown() });

export const messagesValueShape = z.looseObject({
  metadata: z.looseObject({ phone_number_id: optionalWord }).optional().catch(undefined),
  contacts: list,
  statuses: list,
  messages: list,
  errors: list,
});

/** An error's place differs by age of the payload; the code is the only part that is always there (F§2.3). */
const errorShape = z.looseObject({ code: optionalWord });

export const statusShape = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  timestamp: timestampMs.optional().catch(undefined),
  recipient_id: optionalWord,
  recipient_user_id: optionalWord,
  recipient_type: optionalWord,
  biz_opaque_callback_data: optionalWord,
  errors: z.array(errorShape).optional().catch(undefined),
});

const replyShape = z.looseObject({ id: optionalWord, title: optionalWord }).optional().catch(undefined);
const captionShape = z.looseObject({ caption: optionalWord }).optional().catch(undefined);

export const inboundShape = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  timestamp: timestampMs,
  from: optionalWord,
  from_user_id: optionalWord,
  group_id: optionalWord,
  context: z.looseObject({ id: optionalWord, message_id: optionalWord }).optional().catch(undefined),
  text: z.looseObject({ body: optionalWord }).optional().catch(undefined),
  button: z.looseObject({ payload: optionalWord, text: optionalWord }).optional().catch(undefined),
  interactive: z
    .looseObject({ button_reply: replyShape, list_reply: replyShape })
    .optional()
    .catch(undefined),
  reaction: z.looseObject({ message_id: optionalWord }).optional().catch(undefined),
  image: captionShape,
  video: captionShape,
  document: captionShape,
});
export type InboundMessage = z.output<typeof inboundShape>;

export const contactShape = z.looseObject({ wa_id: optionalWord, user_id: optionalWord });
