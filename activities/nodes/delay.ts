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
  longestMsOf,
  shortestMsOf,
  timeZoneField,
  tryEvaluate,
  valueField,
  wait,
  weekdayField,
  z,
} from '../../src/node-kit/index.ts';

const timeZone = timeZoneField.optional().meta({ description: "The person's zone where absent." });

const onDate = z
  .strictObject({ date: dateField, at: clockTimeField, timeZone })
  .meta({ title: 'On a date', description: 'Outcome `passed` where it is over already.' });

const nextTime = z
  .strictObject({
    weekdays: z
      .array(weekdayField)
      .min(1)
      .max(7)
      .optional()
      .meta({ description: 'Every day where absent.', examples: [['monday', 'thursday']] }),
    at: clockTimeField,
    timeZone,
  })
  .meta({ title: 'At the next such time', description: 'Always later than now.' });

const byValue = z
  .strictObject({
    value: valueField.meta({
      description:
        'CEL that gives an instant, or a date with or without a time of day, in ISO 8601. Outcome `missing` where ' +
        'there is none, `passed` where the time is over already.',
      examples: ['person.appointmentAt'],
    }),
    minus: durationField.optional().meta({ description: 'So long before it.', examples: ['P2D'] }),
    plus: durationField.optional().meta({ description: 'So long after it.', examples: ['P2D'] }),
    at: clockTimeField.optional().meta({ description: 'At this time of the day that it comes to.' }),
    timeZone,
  })
  .refine(({ minus, plus }) => minus === undefined || plus === undefined, {
    error: 'minus and plus exclude each other',
    path: ['plus'],
  })
  .meta({ title: 'By a date in the data' });

const config = z.union([
  z.strictObject({ for: durationField.meta({ title: 'For' }) }),
  z.strictObject({ until: z.union([onDate, nextTime, byValue]).meta({ title: 'Until' }) }),
]);
type Config = z.infer<typeof config>;
type Until = Extract<Config, { readonly until: unknown }>['until'];

const dayMs = 24 * 60 * 60 * 1_000;

export const delay = defineFlow<Config>({
  type: 'delay',
  version: 1,
  title: { en: 'Wait', ko: '기다리기' },
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
