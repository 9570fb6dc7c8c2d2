// What an author says of the data of a journey: the schema of `data`, with what forms call its fields. Pure.

import { z } from 'zod';
import { labelled } from './field-hints.ts';
import { eventName, fieldNamePattern } from './fields.ts';

/** Kinds of data; a `?` says that it may be missing. */
export const dataKinds = ['string', 'number', 'boolean', 'timestamp', 'list', 'map'] as const;
const dataKind = z
  .enum([...dataKinds, ...dataKinds.map((kind) => `${kind}?` as const)])
  .meta(labelled({ en: 'Kind', ko: '종류' }));
const fieldName = z.string().regex(fieldNamePattern);
const fieldsSchema = z.record(fieldName, dataKind);
export type DataFields = z.infer<typeof fieldsSchema>;

const attributesSchema = z.record(
  fieldName.meta({ ...labelled({ en: 'Attribute', ko: '속성' }), examples: ['firstName'] }),
  dataKind,
);
const eventsSchema = z.record(
  eventName.meta(labelled({ en: 'Event', ko: '이벤트' })),
  z
    .record(fieldName.meta({ ...labelled({ en: 'Field', ko: '필드' }), examples: ['total'] }), dataKind)
    .meta(labelled({ en: 'Fields', ko: '필드' })),
);

/** What the author knows of the data. Where it is said, expressions and texts are checked against it. */
export const dataSchema = z.strictObject({
  person: attributesSchema
    .meta(
      labelled(
        { en: 'Attributes of people', ko: '고객 속성' },
        {
          en: 'Besides `id`, `phone`, `email`, `locale` and `timeZone`. A `?` says that one may be missing.',
          ko: '`id`, `phone`, `email`, `locale`, `timeZone` 외의 속성입니다. `?`는 없을 수 있다는 뜻입니다.',
        },
      ),
    )
    .optional(),
  events: eventsSchema
    .meta(
      labelled(
        { en: 'Fields of events', ko: '이벤트 필드' },
        {
          en: 'By event name. `entry` is the data of runs that the API or a campaign starts.',
          ko: '이벤트 이름별로 적습니다. `entry`는 API나 캠페인으로 시작한 실행의 데이터입니다.',
        },
      ),
    )
    .optional(),
});
export type DataSchema = z.infer<typeof dataSchema>;
