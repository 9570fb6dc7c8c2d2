// The parts that Meta's webhooks share, as lenient schemas (F§2.2): unknown fields pass, odd types become undefined where
// we can do without, and only what an item can't exist without makes it fail. Pure.

import { z } from 'zod';

/** Ids and codes come as strings here and as numbers there. */
const word = z.union([z.string(), z.number()]).transform(String);
export const optionalWord = word.optional().catch(undefined);
export const list = z.array(z.unknown()).optional().catch(undefined);

/** An object inside another that may be missing or of an odd shape. */
export const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).optional().catch(undefined);

/** What lies beyond is no time but a word for "never", and no date can hold all of it. */
const latestMs = Date.UTC(2100, 0, 1);

/**
 * Meta's time as epoch ms: seconds as strings or integers, sometimes milliseconds (F§2.2). Seconds reach 1e11 in
 * the year 5138; milliseconds passed it in 1973.
 */
export const timestampMs = word.transform((text, context) => {
  const value = Number(text);
  const atMs = Math.round(value < 1e11 ? value * 1000 : value);
  if (atMs > 0 && atMs <= latestMs) return atMs;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

export const optionalTimestampMs = timestampMs.optional().catch(undefined);

export const envelopeShape = z.looseObject({ object: z.string(), entry: list });

/** Our own receiver's proof that its webhook path is open (DESIGN 7.2). */
export const selfTestShape = z.looseObject({
  object: z.literal('jornada_self_test'),
  id: z.string().min(1),
  atMs: z.number(),
});

export const entryShape = z.looseObject({
  id: optionalWord,
  time: optionalTimestampMs,
  changes: list,
});

export const changeShape = z.looseObject({ field: z.string(), value: z.unknown() });

/** What fields about messages and people have around their lists. */
export const valueShape = z.looseObject({
  metadata: part({ phone_number_id: optionalWord }),
  contacts: list,
  statuses: list,
  messages: list,
  calls: list,
  user_id_update: list,
  user_preferences: list,
  errors: list,
});

const errorShape = z.looseObject({ code: optionalWord });

/** An error's place differs by age of the payload; the code is the only part that is always there (F§2.3). */
export function firstCode(errors: readonly unknown[] | undefined): string | undefined {
  for (const raw of errors ?? []) {
    const code = errorShape.safeParse(raw).data?.code;
    if (code !== undefined) return code;
  }
  return undefined;
}
