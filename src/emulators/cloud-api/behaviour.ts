// What a phone or a template can be told to do with the next message: how the request is answered, and what
// becomes of an accepted message. Pure; the schema is the contract of the control API.

import * as z from 'zod';

const delayMs = z.int().min(0).max(600_000);
/**
 * Milliseconds from acceptance to each status; statuses without one keep their default (`timeline.ts`).
 * `answer` holds back the HTTP answer, so that webhooks overtake it; default 0.
 */
const delaysMs = z
  .strictObject({
    answer: delayMs.optional(),
    sent: delayMs.optional(),
    delivered: delayMs.optional(),
    read: delayMs.optional(),
    failed: delayMs.optional(),
  })
  .optional();
const code = z.int().min(0);

const deliver = z.strictObject({ do: z.literal('deliver'), delaysMs });
const read = z.strictObject({ do: z.literal('read'), delaysMs });
/** `after`: the last good status before the failure; real traffic has all three (F§2.3). */
const fail = z.strictObject({
  do: z.literal('fail'),
  code,
  details: z.string().optional(),
  after: z.enum(['accepted', 'sent', 'delivered']).optional(),
  delaysMs,
});
/** Held for quality assessment until released (then delivered) or dropped with 132015 (F§4.5). */
const hold = z.strictObject({ do: z.literal('hold'), delaysMs });
/** Accepted, and nothing is ever heard again: the TTL case (F§0 row 2). */
const silence = z.strictObject({ do: z.literal('silence') });
/** Sent; delivered when the phone comes back online within `ttlSeconds`, else never heard of again. */
const wait = z.strictObject({ do: z.literal('wait'), ttlSeconds: z.int().min(1), delaysMs });

const fateSchema = z.discriminatedUnion('do', [deliver, read, fail, hold, silence, wait]);
/** `accepted`: whether the message is taken although the answer doesn't say so. */
const withFate = { accepted: z.boolean().optional(), fate: fateSchema.optional() };

/** One scripted behaviour. `fate` is what becomes of a message that was accepted without an answer; default deliver. */
export const behaviourSchema = z.discriminatedUnion('do', [
  deliver,
  read,
  fail,
  hold,
  silence,
  wait,
  z.strictObject({
    do: z.literal('refuse'),
    code,
    httpStatus: z.int().min(400).max(599).optional(),
    details: z.string().optional(),
    retryAfterSeconds: z.int().min(0).optional(),
  }),
  z.strictObject({ do: z.literal('reset-after-accept'), fate: fateSchema.optional() }),
  z.strictObject({ do: z.literal('reset-before-accept') }),
  /** No answer ever comes; accepted unless told. */
  z.strictObject({ do: z.literal('timeout'), ...withFate }),
  /** A page of a proxy; not accepted unless told. */
  z.strictObject({ do: z.literal('html'), httpStatus: z.int().min(400).max(599).optional(), ...withFate }),
  /** 200 with half of the JSON; accepted unless told, as the next two are. */
  z.strictObject({ do: z.literal('half-json'), ...withFate }),
  /** 200 whose body breaks off with the connection. */
  z.strictObject({ do: z.literal('cut'), ...withFate }),
  /** 200 whose body never ends. */
  z.strictObject({ do: z.literal('endless'), ...withFate }),
]);

export type Behaviour = z.infer<typeof behaviourSchema>;
export type Fate = z.infer<typeof fateSchema>;
export type Delays = z.infer<typeof delaysMs>;

/** How the HTTP request ends. */
export type Answer =
  | { readonly kind: 'success' }
  | {
      readonly kind: 'refuse';
      readonly code: number;
      readonly httpStatus?: number | undefined;
      readonly details?: string | undefined;
      readonly retryAfterSeconds?: number | undefined;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'never' }
  | { readonly kind: 'html'; readonly httpStatus: number }
  | { readonly kind: 'half-json' | 'cut' | 'endless' };

export interface Conduct {
  readonly answer: Answer;
  readonly answerAfterMs: number;
  /** Absent: the message is not accepted, no phone will ever see it. */
  readonly fate?: Fate;
}

/** Splits a behaviour into the two independent things it says: the answer, and the message's fate. */
export function toConduct(behaviour: Behaviour): Conduct {
  switch (behaviour.do) {
    case 'refuse': {
      const { do: _, ...refusal } = behaviour;
      return { answer: { kind: 'refuse', ...refusal }, answerAfterMs: 0 };
    }
    case 'reset-before-accept':
      return { answer: { kind: 'reset' }, answerAfterMs: 0 };
    case 'reset-after-accept':
      return withoutAnswer({ kind: 'reset' }, { accepted: true, fate: behaviour.fate });
    case 'timeout':
      return withoutAnswer({ kind: 'never' }, { accepted: true, ...behaviour });
    case 'html': {
      const answer: Answer = { kind: 'html', httpStatus: behaviour.httpStatus ?? 502 };
      return withoutAnswer(answer, { accepted: false, ...behaviour });
    }
    case 'half-json':
    case 'cut':
    case 'endless':
      return withoutAnswer({ kind: behaviour.do }, { accepted: true, ...behaviour });
    default:
      return {
        answer: { kind: 'success' },
        answerAfterMs: fateDelayMs(behaviour),
        fate: behaviour,
      };
  }
}

/** The client will not learn from the answer what became of the message. */
function withoutAnswer(
  answer: Answer,
  { accepted, fate }: { readonly accepted?: boolean | undefined; readonly fate?: Fate | undefined },
): Conduct {
  if (accepted !== true) return { answer, answerAfterMs: 0 };
  return { answer, answerAfterMs: fateDelayMs(fate), fate: fate ?? { do: 'deliver' } };
}

function fateDelayMs(fate: Fate | undefined): number {
  return (fate === undefined || fate.do === 'silence' ? undefined : fate.delaysMs?.answer) ?? 0;
}
