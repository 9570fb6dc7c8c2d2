// `delay`: waits for a duration, or until a time: of a date, of the next such day, or of the person's own data. Hours and
// shorter are exact; everything longer goes by the clock on the wall of the person's zone.

import {
  clockTimeField,
  dateField,
  defineFlow,
  durationField,
  type EvaluateAnswer,
  exactMsOf,
  findNext,
  findShifted,
  instantOf,
  labelled,
  longestMsOf,
  refusal,
  shortestMsOf,
  timeZoneField,
  tryEvaluate,
  valueField,
  wait,
  weekdayField,
  z,
} from '../../src/node-kit/index.ts';

const timeZone = timeZoneField
  .optional()
  .meta(
    labelled(
      { en: 'Time zone', ko: '시간대' },
      { en: "The person's zone where absent.", ko: '비워 두면 고객의 시간대를 씁니다.' },
    ),
  );

const onDate = z
  .strictObject({
    date: dateField.meta(labelled({ en: 'Date', ko: '날짜' })),
    at: clockTimeField.meta(labelled({ en: 'At', ko: '시각' })),
    timeZone,
  })
  .meta(
    labelled(
      { en: 'On a date', ko: '날짜 지정' },
      { en: 'Outcome `passed` where it is over already.', ko: '이미 지났으면 결과는 `passed`입니다.' },
    ),
  );

const nextTime = z
  .strictObject({
    weekdays: z
      .array(weekdayField)
      .min(1)
      .max(7)
      .optional()
      .meta({
        ...labelled(
          { en: 'Days', ko: '요일' },
          { en: 'Every day where absent.', ko: '비워 두면 매일입니다.' },
        ),
        examples: [['monday', 'thursday']],
      }),
    at: clockTimeField.meta(labelled({ en: 'At', ko: '시각' })),
    timeZone,
  })
  .meta(
    labelled(
      { en: 'At the next such time', ko: '다음 해당 시각' },
      { en: 'Always later than now.', ko: '언제나 지금보다 나중입니다.' },
    ),
  );

const byValue = z
  .strictObject({
    value: valueField.meta({
      ...labelled(
        { en: 'Date', ko: '날짜 값' },
        {
          en: 'CEL that gives an instant, or a date with or without a time of day, in ISO 8601. Outcome `missing` where there is none, `passed` where the time is over already.',
          ko: '시각이나 날짜(ISO 8601)를 주는 CEL 식입니다. 값이 없으면 결과는 `missing`, 이미 지났으면 `passed`입니다.',
        },
      ),
      examples: ['person.appointmentAt'],
    }),
    minus: durationField.optional().meta({
      ...labelled(
        { en: 'Before', ko: '앞당김' },
        { en: 'So long before it.', ko: '그보다 이만큼 먼저입니다.' },
      ),
      examples: ['P2D'],
    }),
    plus: durationField.optional().meta({
      ...labelled({ en: 'After', ko: '늦춤' }, { en: 'So long after it.', ko: '그보다 이만큼 나중입니다.' }),
      examples: ['P2D'],
    }),
    at: clockTimeField
      .optional()
      .meta(
        labelled(
          { en: 'At', ko: '시각' },
          { en: 'At this time of the day that it comes to.', ko: '그날의 이 시각입니다.' },
        ),
      ),
    timeZone,
  })
  .refine(({ minus, plus }) => minus === undefined || plus === undefined, {
    ...refusal({ en: 'minus and plus exclude each other', ko: 'minus와 plus는 함께 쓸 수 없습니다' }),
    path: ['plus'],
  })
  .meta(labelled({ en: 'By a date in the data', ko: '데이터의 날짜 기준' }));

const config = z.union([
  z.strictObject({ for: durationField.meta(labelled({ en: 'For', ko: '기간' })) }),
  z.strictObject({ until: z.union([onDate, nextTime, byValue]).meta(labelled({ en: 'Until', ko: '시점' })) }),
]);
type Config = z.infer<typeof config>;
type Until = Extract<Config, { readonly until: unknown }>['until'];

const dayMs = 24 * 60 * 60 * 1_000;

export const delay = defineFlow<Config>({
  type: 'delay',
  version: 1,
  title: { en: 'Wait', ko: '기다리기' },
  icon: 'clock',
  help: {
    en: "Waits for a time, or until a date, a time of day, or a date of the person's own.",
    ko: '일정 시간, 날짜, 시각 또는 고객의 날짜까지 기다립니다.',
  },
  config,
  outcomes: (with_) => {
    if ('for' in with_ || !isPassable(with_.until)) return ['done'];
    return 'value' in with_.until ? ['done', 'passed', 'missing'] : ['done', 'passed'];
  },
  successes: () => ['done'],
  words: ['done', 'passed', 'missing'],
  waits: true,
  expressions: (with_) =>
    'until' in with_ && 'value' in with_.until
      ? [{ path: ['until', 'value'], source: with_.until.value, kind: 'value', mayMiss: true }]
      : [],
  longestMs: (with_) => {
    if ('for' in with_) return longestMsOf(with_.for);
    if (isPassable(with_.until)) return Number.POSITIVE_INFINITY;
    // One day more: a jump of the clock can take one away.
    return (with_.until.weekdays === undefined ? 2 : 8) * dayMs;
  },
  shortestMs: (with_) => ('for' in with_ ? shortestMsOf(with_.for) : 0),
  chart: ({ config: with_, node }) =>
    wait({ node, exactMs: 'for' in with_ ? exactMsOf(with_.for) : undefined, elapsed: 'done' }),
  evaluate: ({ config: with_, after, evaluate, scope: { now }, timeZone }) => {
    if ('for' in with_) return { due: after(with_.for) };
    const { until } = with_;
    const zone = until.timeZone ?? timeZone;
    if ('date' in until) return dueOrPassed(instantOf(until.date, { at: until.at, timeZone: zone }), now);
    if (!('value' in until)) return { due: findNext(now, { ...until, timeZone: zone }) };
    const value = tryEvaluate(() => evaluate(until.value));
    const instant = findShifted(value, { ...until, timeZone: zone });
    return instant === undefined ? { outcome: 'missing' } : dueOrPassed(instant, now);
  },
});

/** Can the time lie in the past? */
function isPassable(until: Until): until is Exclude<Until, { readonly weekdays?: unknown }> {
  return 'date' in until || 'value' in until;
}

function dueOrPassed(due: number, now: number): EvaluateAnswer {
  return due < now ? { outcome: 'passed' } : { due };
}
