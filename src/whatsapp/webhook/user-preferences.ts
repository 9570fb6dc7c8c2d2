// The field `user_preferences`: people stop marketing of this business at Meta, have it again, or sign up for it by a
// link (F§2.5, F§4.10). Pure.

import { z } from 'zod';
import { ignore } from './ignored.ts';
import { preferenceWords, type WebhookItem } from './items.ts';
import { contactIds, toPerson } from './person.ts';
import { optionalTimestampMs, optionalWord, valueShape } from './shapes.ts';
import type { SplitField } from './split-field.ts';

const preferenceShape = z.looseObject({
  wa_id: optionalWord,
  user_id: optionalWord,
  parent_user_id: optionalWord,
  category: optionalWord,
  value: z.string(),
  signup_id: optionalWord,
  timestamp: optionalTimestampMs,
});

export const splitUserPreferences: SplitField = (value, { atMs }) => {
  const parsed = valueShape.safeParse(value);
  const preferences = parsed.data?.user_preferences;
  if (parsed.data === undefined || preferences === undefined) return [ignore('user_preferences')];
  const { contacts = [] } = parsed.data;
  return preferences.map((raw) => toPreference(raw, { contacts, fallbackMs: atMs }));
};

interface Around {
  readonly contacts: readonly unknown[];
  readonly fallbackMs: number | undefined;
}

function toPreference(raw: unknown, { contacts, fallbackMs }: Around): WebhookItem {
  const said = preferenceShape.safeParse(raw).data;
  if (said === undefined) return ignore('user_preferences');
  // The only category there is; another one is not ours to take for it.
  if ((said.category ?? 'marketing_messages') !== 'marketing_messages')
    return ignore('user_preferences.category');
  const value = preferenceWords.find((known) => known === said.value.toLowerCase());
  if (value === undefined) return ignore('user_preferences.value');
  const own = [said.wa_id, said.user_id, said.parent_user_id];
  const from = toPerson(...own, ...contactIds(contacts, own));
  const atMs = said.timestamp ?? fallbackMs;
  if (from === undefined || atMs === undefined) return ignore('user_preferences');
  const who = from.userId ?? from.parentUserId ?? from.phone;
  return {
    kind: 'preference',
    // It has no id of its own: the same word of the same second is the same item, however often it comes.
    key: `preference:${who}:${value}:${said.signup_id ?? ''}:${atMs}`,
    from,
    value,
    ...(said.signup_id === undefined ? {} : { signupId: said.signup_id }),
    atMs,
  };
}
