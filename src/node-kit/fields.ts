// Config fields that several node types share, so that a word means the same everywhere and forms look alike. Each says
// by `x-kind` what a form should offer for it: the canvas needs no more to edit a type that it has never seen.

import { z } from 'zod';
import { isCalendarDate } from '../journey/calendar.ts';
import { findDuration, toExactMs, toMaximumMs, toMinimumMs } from '../journey/duration.ts';
import { weekdays } from '../journey/entry.ts';
import { labelled, ofKind } from '../journey/field-hints.ts';
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
  .meta({ ...ofKind('duration'), format: 'duration', examples: ['30m', '24h', 'P1D'] });

/** How long a message may wait at the gate. */
export const expiresField = durationField.meta(
  labelled(
    { en: 'Expires', ko: '만료' },
    { en: 'How long it may wait at the gate.', ko: '게이트에서 기다릴 수 있는 최대 시간입니다.' },
  ),
);

/** Text with Liquid variables. */
export function textField(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .meta({ ...ofKind('text'), format: 'liquid' });
}

/** Whom a request goes to is the author's to say, not the data's: the host is written out. */
const plainHost = /^https?:\/\/[^\s/?#\\@{}]+(?:[/?#]|$)/i;

/** A web address; what follows the host may have Liquid variables. */
export const webAddressField = textField(2_000)
  .refine((text) => plainHost.test(text) && URL.canParse(text), { error: 'url' })
  .meta({ ...ofKind('web-address'), format: 'liquid', examples: ['https://example.org/hook'] });

/** A CEL condition over `person`, `event`, `run`, `nodes`, `now`. */
export const conditionField = z
  .string()
  .min(1)
  .max(2_000)
  .meta({ ...ofKind('condition'), format: 'cel' });

/** A CEL expression that gives a value. */
export const valueField = conditionField.meta({
  ...ofKind('value'),
  examples: ["person.tier == 'gold' ? 20 : 10"],
});

/** A lower-case outcome word chosen by the author. */
export const wordField = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9_-]*$/)
  .meta(ofKind('word'));

/** Why a message without a template is sent; decides the policies that apply. */
export const categoryField = z
  .enum(['marketing', 'utility', 'authentication', 'service'])
  .meta(ofKind('category'));

/** A channel that people can be written to on. */
export const channelField = z.enum(['whatsapp', 'sms', 'email']).meta(ofKind('channel'));

/** A number that sends, as the configuration calls it. */
export const senderNameField = z.string().regex(senderNamePattern).meta(ofKind('sender'));

/** A consent topic, such as `marketing`. */
export const topicField = z
  .string()
  .regex(topicPattern)
  .meta({ ...ofKind('topic'), examples: ['marketing', 'newsletter'] });

/** The name of a business event, such as `order.placed`. */
export const eventField = eventName.meta({ ...ofKind('event'), examples: ['order.placed'] });

/** A field of a person, an event or of `run.vars`. */
export const fieldNameField = z.string().regex(fieldNamePattern).meta(ofKind('field'));

/** The id of a journey. */
export const journeyField = z.string().regex(journeyIdPattern).meta(ofKind('journey'));

/** The id of a node of the same journey. */
export const nodeField = z.string().regex(nodeIdPattern).meta(ofKind('node'));

/** The name of a template at Meta. */
export const templateNameField = z
  .string()
  .max(512)
  .regex(/^[a-z0-9_]+$/)
  .meta({ ...ofKind('template'), examples: ['spring_sale'] });

/** The language of a template, as Meta writes it. */
export const templateLanguageField = z
  .string()
  .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
  .meta({ ...ofKind('template-language'), examples: ['ko', 'en_US'] });

/** A time of day, `09:00`. */
export const clockTimeField = clockTime.meta({ ...ofKind('clock-time'), examples: ['09:00'] });

/** A day of the calendar, `2026-12-24`. */
export const dateField = z
  .string()
  .refine(isCalendarDate, { error: 'calendar-date' })
  .meta({ ...ofKind('date'), format: 'date', examples: ['2026-12-24'] });

/** A day of the week, `monday`. */
export const weekdayField = z.enum(weekdays).meta(ofKind('weekday'));

/** An IANA time zone, `Asia/Seoul`. */
export const timeZoneField = z
  .string()
  .refine(isTimeZone, { error: 'time-zone' })
  .meta({ ...ofKind('time-zone'), examples: ['Asia/Seoul', 'Europe/Berlin'] });

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
