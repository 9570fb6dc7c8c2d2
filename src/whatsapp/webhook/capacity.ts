// How much an account and its numbers may send, as Meta tells it (F§2.5): types and words have changed over the years, so
// a limit is read from whatever form it comes in. Pure.

import { z } from 'zod';
import { parseDailyLimit } from '../daily-limit.ts';
import { throughputs } from '../throughputs.ts';
import { toAccountItem } from './account.ts';
import type { AccountItem } from './account-news.ts';
import { ignore } from './ignored.ts';
import { optionalWord } from './shapes.ts';
import type { SplitField } from './split-field.ts';

const capacityShape = z.looseObject({
  event: optionalWord,
  display_phone_number: optionalWord,
  max_daily_conversations_per_business: optionalWord,
  /** Before limits were the portfolio's. */
  max_daily_conversation_per_phone: optionalWord,
  current_limit: optionalWord,
});

/** Which events say how many messages a second a number has. C: that a new number has the default. */
const perSecondOf = new Map<string, number>([
  ['ONBOARDING', throughputs.default],
  ['THROUGHPUT_UPGRADE', throughputs.upgraded],
]);

const bad = new Set(['FLAGGED', 'DOWNGRADE']);

/** `business_capability_update` and `phone_number_quality_update`. */
export function splitCapacity(field: string): SplitField {
  return (value, context) => {
    const { success, data } = capacityShape.safeParse(value);
    if (!success) return [ignore(field)];
    const { event = field.toUpperCase() } = data;
    const word =
      data.max_daily_conversations_per_business ??
      data.current_limit ??
      data.max_daily_conversation_per_phone;
    const dailyLimit = parseDailyLimit(word);
    const perSecond = perSecondOf.get(event);
    const facts = {
      ...(word === undefined ? {} : { limit: word }),
      ...(perSecond === undefined ? {} : { perSecond: String(perSecond) }),
    };
    const notice = { event, severity: bad.has(event) ? 'warning' : 'info', facts } as const;
    const isNews = dailyLimit !== undefined || perSecond !== undefined;
    const news = isNews ? ({ is: 'capacity', dailyLimit, perSecond } as const) : ({ is: 'told' } as const);
    const displayPhone = data.display_phone_number?.replace(/\D/g, '');
    return [toAccountItem(context, { field, value, news, notice, displayPhone })];
  };
}

/** An error beside messages and statuses, e.g. 130429 (F§2.4): of the number, at that second. */
export function toErrorItem(
  code: string | undefined,
  phoneNumberId: string | undefined,
  atMs: number | undefined,
): AccountItem | undefined {
  if (code === undefined || phoneNumberId === undefined || atMs === undefined) return undefined;
  // It has no id and often no time of its own: one of a code counts each second.
  const key = `account:error:${phoneNumberId}:${code}:${Math.floor(atMs / 1_000)}`;
  return { kind: 'account', key, atMs, phoneNumberId, news: { is: 'error', code } };
}
