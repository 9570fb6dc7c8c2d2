// How people come into a journey, and what ends their run early: the schemas of `entry` and `exit`, with what forms call
// their fields. Pure.

import { z } from 'zod';
import { labelled, ofKind } from './field-hints.ts';
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
const calendarDate = z.string().regex(calendarDatePattern).meta(ofKind('date'));
const keyword = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .meta({ ...ofKind('word'), examples: ['start'] });
const event = eventName.meta(labelled({ en: 'Event', ko: '이벤트' }));

/** Days and time of a schedule; in each person's own zone unless one is named. */
export const scheduleSchema = z.strictObject({
  at: clockTime.meta({ ...labelled({ en: 'At', ko: '시각' }), examples: ['10:00'] }),
  weekdays: z
    .array(z.enum(weekdays).meta(ofKind('weekday')))
    .min(1)
    .max(7)
    .meta(
      labelled(
        { en: 'Days of the week', ko: '요일' },
        {
          en: 'Every day where neither these nor a day of the month is given.',
          ko: '요일도 날짜도 고르지 않으면 매일입니다.',
        },
      ),
    )
    .optional(),
  dayOfMonth: z
    .int()
    .min(1)
    .max(31)
    .meta(labelled({ en: 'Day of the month', ko: '매월 며칠' }))
    .optional(),
  timeZone: z
    .string()
    .max(60)
    .meta({
      ...ofKind('time-zone'),
      ...labelled(
        { en: 'Time zone', ko: '시간대' },
        { en: "Each person's own where absent.", ko: '비워 두면 고객마다 자기 시간대입니다.' },
      ),
      examples: ['Asia/Seoul'],
    })
    .optional(),
  from: calendarDate.meta(labelled({ en: 'From', ko: '시작일' })).optional(),
  until: calendarDate.meta(labelled({ en: 'Until', ko: '종료일' })).optional(),
});

const inboundSchema = z.union([
  z.literal('any').meta(labelled({ en: 'Any message', ko: '모든 메시지' })),
  z
    .strictObject({
      keywords: z
        .array(keyword)
        .min(1)
        .max(50)
        .meta(
          labelled(
            { en: 'Keywords', ko: '키워드' },
            {
              en: 'The message is one of these words and nothing else; capitals and punctuation do not count.',
              ko: '메시지가 이 단어 하나일 때입니다. 대소문자와 문장 부호는 상관없습니다.',
            },
          ),
        ),
    })
    .meta(labelled({ en: 'A keyword', ko: '키워드' })),
]);

const strangers = z.boolean().meta(
  labelled(
    { en: 'Strangers too', ko: '모르는 사람도' },
    {
      en: 'People whom nobody has told us of come in too: they are made persons of, with what WhatsApp says of them and without any consent.',
      ko: '등록되지 않은 사람도 들어옵니다. 왓츠앱이 알려 준 것만으로, 수신 동의 없이 고객으로 등록됩니다.',
    },
  ),
);

export const triggerSchema = z.union([
  z.strictObject({ event }).meta(labelled({ en: 'On an event', ko: '이벤트' })),
  z
    .strictObject({ api: z.literal(true).meta(labelled({ en: 'API', ko: 'API' })) })
    .meta(labelled({ en: 'By the API', ko: 'API' })),
  z
    .strictObject({ campaign: z.literal(true).meta(labelled({ en: 'Campaign', ko: '캠페인' })) })
    .meta(labelled({ en: 'By a campaign', ko: '캠페인' })),
  z
    .strictObject({
      inbound: inboundSchema.meta(labelled({ en: 'Which messages', ko: '어떤 메시지' })),
      strangers: strangers.optional(),
    })
    .meta(labelled({ en: 'When a person writes', ko: '고객이 보낸 메시지' })),
  z
    .strictObject({ schedule: scheduleSchema.meta(labelled({ en: 'Schedule', ko: '일정' })) })
    .meta(labelled({ en: 'On a schedule', ko: '일정' })),
]);
export type Trigger = z.infer<typeof triggerSchema>;

const againSchema = z.union([
  z.literal('never').meta(labelled({ en: 'Never', ko: '다시 못 들어옴' })),
  z.literal('always').meta(labelled({ en: 'Always', ko: '언제든지' })),
  z
    .strictObject({
      after: durationSchema.meta({ ...labelled({ en: 'Pause', ko: '쉬는 시간' }), examples: ['P7D'] }),
    })
    .meta(labelled({ en: 'After a pause', ko: '쉬었다가' })),
]);

export const entrySchema = z.strictObject({
  on: triggerSchema.meta(labelled({ en: 'How people come in', ko: '들어오는 방법' })),
  if: condition
    .meta({
      ...labelled(
        { en: 'Only if', ko: '조건' },
        { en: 'Nobody comes in where it is false.', ko: '거짓이면 들어오지 않습니다.' },
      ),
      examples: ['event.total >= 30000'],
    })
    .optional(),
  key: condition
    .meta({
      ...ofKind('value'),
      ...labelled(
        { en: 'Key', ko: '구분 키' },
        {
          en: 'A person may be in the journey once for each key at a time, such as once for each cart.',
          ko: '한 고객이 키마다 한 번씩 동시에 들어올 수 있습니다. 예: 장바구니마다 한 번.',
        },
      ),
      examples: ['event.cartId'],
    })
    .optional(),
  again: againSchema
    .meta(
      labelled(
        { en: 'Come in again', ko: '다시 들어오기' },
        {
          en: 'After a run has ended. Where absent, never for campaigns and always for everything else.',
          ko: '실행이 끝난 뒤입니다. 비워 두면 캠페인은 불가, 그 밖에는 언제든지입니다.',
        },
      ),
    )
    .optional(),
});
export type Entry = z.infer<typeof entrySchema>;

export const exitRuleSchema = z.strictObject({
  on: z.strictObject({ event }).meta(labelled({ en: 'On', ko: '계기' })),
  if: condition
    .meta({
      ...labelled(
        { en: 'Only if', ko: '조건' },
        { en: 'The run goes on where it is false.', ko: '거짓이면 실행이 계속됩니다.' },
      ),
      examples: ['event.cartId == run.key'],
    })
    .optional(),
  as: z
    .string()
    .max(60)
    .regex(outcomePattern)
    .meta({
      ...ofKind('word'),
      ...labelled(
        { en: 'Outcome of the run', ko: '실행의 결과' },
        { en: 'The word that the run ends with.', ko: '실행이 이 말로 끝납니다.' },
      ),
      examples: ['converted'],
    }),
});
export type ExitRule = z.infer<typeof exitRuleSchema>;
