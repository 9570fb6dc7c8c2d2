// The rules that hold for all messages of a journey: the schema of `policy`, with what forms call its fields. Pure.

import { z } from 'zod';
import { labelled, ofKind } from './field-hints.ts';
import { clockTime, durationSchema, senderNamePattern, topicPattern } from './fields.ts';

/** At most so many messages to one person in a moving period, counted over all journeys. */
export const capSchema = z.strictObject({
  max: z
    .int()
    .min(1)
    .max(1_000)
    .meta(labelled({ en: 'Messages at most', ko: '최대 메시지 수' })),
  per: durationSchema.meta({ ...labelled({ en: 'In', ko: '기간' }), examples: ['P7D'] }),
  channel: z
    .enum(['whatsapp', 'sms', 'email'])
    .meta({
      ...ofKind('channel'),
      ...labelled(
        { en: 'Channel', ko: '채널' },
        { en: 'All channels where absent.', ko: '비워 두면 모든 채널입니다.' },
      ),
    })
    .optional(),
});
export type Cap = z.infer<typeof capSchema>;

const quietHoursSchema = z.strictObject({
  from: clockTime.meta(labelled({ en: 'From', ko: '부터' })),
  to: clockTime.meta({ ...labelled({ en: 'To', ko: '까지' }), examples: ['08:00'] }),
});

const topic = z
  .string()
  .regex(topicPattern)
  .meta({ ...ofKind('topic'), examples: ['marketing'] });

export const policySchema = z.strictObject({
  quietHours: quietHoursSchema
    .meta(
      labelled(
        { en: 'Quiet hours', ko: '조용한 시간' },
        {
          en: "No marketing between these times of the person's day.",
          ko: '고객의 시간대로 이 시간에는 마케팅을 보내지 않습니다.',
        },
      ),
    )
    .optional(),
  expires: durationSchema
    .meta({
      ...labelled(
        { en: 'Worth sending for', ko: '보낼 가치가 있는 기간' },
        {
          en: 'How long a message may wait before it is too late: 3 days unless something else is said.',
          ko: '메시지가 기다릴 수 있는 최대 시간입니다. 기본값은 3일입니다.',
        },
      ),
      examples: ['P3D'],
    })
    .optional(),
  caps: z
    .array(capSchema)
    .min(1)
    .max(10)
    .meta(
      labelled(
        { en: 'Frequency caps', ko: '발송 횟수 한도' },
        {
          en: 'Marketing to one person, counted over all journeys; a message over a cap ends as `capped`.',
          ko: '한 사람에게 가는 마케팅을 모든 여정에 걸쳐 셉니다. 한도를 넘는 메시지의 결과는 `capped`입니다.',
        },
      ),
    )
    .optional(),
  topics: z
    .array(topic)
    .min(1)
    .max(10)
    .meta(
      labelled(
        { en: 'Topics of consent', ko: '수신 동의 주제' },
        {
          en: 'Marketing needs consent to each of them; `marketing` where absent.',
          ko: '마케팅에는 모든 주제의 동의가 필요합니다. 비워 두면 `marketing`입니다.',
        },
      ),
    )
    .optional(),
  sender: z
    .string()
    .regex(senderNamePattern)
    .meta({
      ...ofKind('sender'),
      ...labelled(
        { en: 'Sender', ko: '발신 번호' },
        {
          en: 'The WhatsApp number that sends, by its name in the configuration, where a step names none.',
          ko: '단계에서 정하지 않았을 때 보내는 왓츠앱 번호입니다. 설정에 적힌 이름을 씁니다.',
        },
      ),
      examples: ['shop-kr'],
    })
    .optional(),
});
export type JourneyPolicy = z.infer<typeof policySchema>;

/** How long a message may wait at the gate where neither node nor journey says. */
export const defaultExpires = 'P3D';
