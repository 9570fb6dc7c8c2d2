// How people come into a journey: the schema of `entry`. Pure.

import { z } from 'zod';
import { clockTime, condition, durationSchema, eventName, outcomePattern } from './fields.ts';

/** Monday first, as ISO 8601 counts. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** A calendar date, `2026-12-24`. */
export const calendarDatePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const calendarDate = z.string().regex(calendarDatePattern);
const keyword = z.string().trim().min(1).max(60);

/** Days and time of a schedule; in each person's own zone unless one is named. */
export const scheduleSchema = z.strictObject({
  at: clockTime,
  weekdays: z
    .array(z.enum(weekdays))
    .min(1)
    .max(7)
    .meta({ description: 'Every day where neither these nor a day of the month is given.' })
    .optional(),
  dayOfMonth: z.int().min(1).max(31).optional(),
  timeZone: z
    .string()
    .max(60)
    .meta({ description: "Each person's own where absent.", examples: ['Asia/Seoul'] })
    .optional(),
  from: calendarDate.optional(),
  until: calendarDate.optional(),
});

export const triggerSchema = z.union([
  z.strictObject({ event: eventName }),
  z.strictObject({ api: z.literal(true) }),
  z.strictObject({ campaign: z.literal(true) }),
  z.strictObject({
    inbound: z.union([
      z.literal('any'),
      /** A message that consists of one of these words, whatever the case and the punctuation around it. */
      z.strictObject({ keywords: z.array(keyword).min(1).max(50) }),
    ]),
    strangers: z
      .boolean()
      .meta({
        description:
          'Also people whom nobody has told us of: they are made persons of, with what WhatsApp says of them and without any consent. Default: false.',
      })
      .optional(),
  }),
  z.strictObject({ schedule: scheduleSchema }),
]);
export type Trigger = z.infer<typeof triggerSchema>;

export const entrySchema = z.strictObject({
  on: triggerSchema,
  if: condition
    .meta({ description: 'No entry where it is false.', examples: ['event.total >= 30000'] })
    .optional(),
  key: condition
    .meta({
      description: 'Gives a text: one live run per person, journey and key.',
      examples: ['event.cartId'],
    })
    .optional(),
  again: z
    .union([z.literal('never'), z.literal('always'), z.strictObject({ after: durationSchema })])
    .meta({
      description:
        'May a person come in again after a run has ended? `never` for campaigns and `always` for everything else where absent.',
    })
    .optional(),
});
export type Entry = z.infer<typeof entrySchema>;

export const exitRuleSchema = z.strictObject({
  on: z.strictObject({ event: eventName }),
  if: condition.optional(),
  as: z
    .string()
    .max(60)
    .regex(outcomePattern)
    .meta({ description: 'Outcome of the run.', examples: ['converted'] }),
});
export type ExitRule = z.infer<typeof exitRuleSchema>;
