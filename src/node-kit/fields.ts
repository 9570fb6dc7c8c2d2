// Config fields that several node types share, so that a word means the same everywhere and forms look alike.

import { z } from 'zod';
import { isCalendarDate } from '../journey/calendar.ts';
import { findDuration, toExactMs, toMaximumMs, toMinimumMs } from '../journey/duration.ts';
import { weekdays } from '../journey/entry.ts';
import {
  clockTime,
  eventName,
  fieldNamePattern,
  journeyIdPattern,
  nodeIdPattern,
  senderNamePattern,
  topicPattern,
} from '../journey/fields.ts';
import { isTimeZone } from '../journey/time-zone.ts';

/** A duration of the language: `30m`, `24h`, `7d`, `P1D`. */
export const durationField = z
  .string()
  .refine((text) => findDuration(text) !== undefined, { error: 'duration' })
  .meta({ format: 'duration', examples: ['30m', '24h', 'P1D'] });

/** Text with Liquid variables. */
export function textField(maxLength: number) {
  return z.string().min(1).max(maxLength).meta({ format: 'liquid' });
}

/** Whom a request goes to is the author's to say, not the data's: the host is written out. */
const plainHost = /^https?:\/\/[^\s/?#\\@{}]+(?:[/?#]|$)/i;

/** A web address; what follows the host may have Liquid variables. */
export const webAddressField = textField(2_000)
  .refine((text) => plainHost.test(text) && URL.canParse(text), { error: 'url' })
  .meta({ format: 'liquid', examples: ['https://example.org/hook'] });

/** A CEL condition over `person`, `event`, `run`, `nodes`, `now`. */
export const conditionField = z.string().min(1).max(2_000).meta({ format: 'cel' });

/** A CEL expression that gives a value. */
export const valueField = conditionField.meta({ examples: ["person.tier == 'gold' ? 20 : 10"] });

/** A lower-case outcome word chosen by the author. */
export const wordField = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9_-]*$/);

/** Why a message without a template is sent; decides the policies that apply. */
export const categoryField = z.enum(['marketing', 'utility', 'authentication', 'service']);

/** A channel that people can be written to on. */
export const channelField = z.enum(['whatsapp', 'sms', 'email']);

/** A number that sends, as the configuration calls it. */
export const senderNameField = z.string().regex(senderNamePattern);

/** A consent topic, such as `marketing`. */
export const topicField = z
  .string()
  .regex(topicPattern)
  .meta({ examples: ['marketing', 'newsletter'] });

/** The name of a business event, such as `order.placed`. */
export const eventField = eventName.meta({ examples: ['order.placed'] });

/** A field of a person, an event or of `run.vars`. */
export const fieldNameField = z.string().regex(fieldNamePattern);

/** The id of a journey. */
export const journeyField = z.string().regex(journeyIdPattern);

/** The id of a node of the same journey. */
export const nodeField = z.string().regex(nodeIdPattern);

/** A time of day, `09:00`. */
export const clockTimeField = clockTime.meta({ examples: ['09:00'] });

/** A day of the calendar, `2026-12-24`. */
export const dateField = z
  .string()
  .refine(isCalendarDate, { error: 'calendar-date' })
  .meta({ format: 'date', examples: ['2026-12-24'] });

/** A day of the week, `monday`. */
export const weekdayField = z.enum(weekdays);

/** An IANA time zone, `Asia/Seoul`. */
export const timeZoneField = z
  .string()
  .refine(isTimeZone, { error: 'time-zone' })
  .meta({ examples: ['Asia/Seoul', 'Europe/Berlin'] });

/** Milliseconds of an exact duration, undefined where it depends on the person's calendar. */
export const exactMsOf = toExactMs;

/** Bounds of a duration in milliseconds that hold in every zone: for a node type's `longestMs` and `shortestMs`. */
export const longestMsOf = toMaximumMs;
export const shortestMsOf = toMinimumMs;

/** A refinement of lists whose items have names: no name twice. */
export function checkNames(items: readonly { readonly name: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { name }] of items.entries()) {
    if (seen.has(name)) context.addIssue({ code: 'custom', message: 'duplicate', path: [index, 'name'] });
    seen.add(name);
  }
}
