// `wait.event`: waits for something the person does, at most for a time. Of several events the first in time wins; one
// whose condition doesn't hold, or fails on its data, is passed over.

import {
  conditionField,
  defineFlow,
  durationField,
  type EvaluateContext,
  eventField,
  exactMsOf,
  type HeardEvent,
  labelled,
  longestMsOf,
  refusal,
  shortestMsOf,
  tryEvaluate,
  wait,
  wordField,
  z,
} from '../../src/node-kit/index.ts';

const condition = conditionField.optional().meta({
  ...labelled(
    { en: 'Condition', ko: '조건' },
    {
      en: 'Only events for which this holds; `event` is the one that came.',
      ko: '이 조건이 맞는 이벤트만 해당합니다. `event`는 도착한 이벤트입니다.',
    },
  ),
  examples: ['event.total >= 30000'],
});

const eventName = eventField.meta(labelled({ en: 'Event', ko: '이벤트' }));

const awaited = z.strictObject({
  event: eventName,
  if: condition,
  as: wordField
    .refine(
      (word) => word !== 'timeout',
      refusal({
        en: 'timeout is the outcome when no event comes',
        ko: 'timeout은 이벤트가 오지 않을 때의 결과입니다',
      }),
    )
    .default('received')
    .meta(
      labelled(
        { en: 'Outcome', ko: '결과' },
        { en: 'Outcome when this event comes.', ko: '이 이벤트가 올 때의 결과입니다.' },
      ),
    ),
});

const times = {
  within: durationField.meta(
    labelled(
      { en: 'At most', ko: '최대 대기' },
      { en: 'Outcome `timeout` after this long.', ko: '이 시간이 지나면 결과는 `timeout`입니다.' },
    ),
  ),
  since: z
    .enum(['visit', 'entry'])
    .default('visit')
    .meta(
      labelled(
        { en: 'Counts since', ko: '집계 시작' },
        {
          en: 'What counts: events since the run came to this node, or since it was entered.',
          ko: '이 노드에 온 뒤의 이벤트, 또는 여정에 들어온 뒤의 이벤트가 해당합니다.',
        },
      ),
    ),
};

const config = z.union([
  z.strictObject({ event: eventName, if: condition, ...times }),
  z.strictObject({
    events: z
      .array(awaited)
      .min(1)
      .max(20)
      .superRefine(checkReachable)
      .meta(labelled({ en: 'The first of', ko: '가장 먼저 오는 것' })),
    ...times,
  }),
]);
type Config = z.infer<typeof config>;
type Awaited = Pick<z.infer<typeof awaited>, 'event' | 'if' | 'as'>;

export const waitEvent = defineFlow<Config>({
  type: 'wait.event',
  version: 1,
  title: { en: 'Wait for an event', ko: '이벤트 기다리기' },
  icon: 'bell',
  help: {
    en: 'Waits for something the person does, at most for a time.',
    ko: '고객의 행동을 정해진 시간까지 기다립니다.',
  },
  config,
  outcomes: (with_) => [...wordsOf(listAwaited(with_)), 'timeout'],
  successes: (with_) => wordsOf(listAwaited(with_)),
  waits: true,
  events: (with_) => [...new Set(listAwaited(with_).map(({ event }) => event))],
  looksBack: ({ since }) => since === 'entry',
  longestMs: ({ within }) => longestMsOf(within),
  shortestMs: ({ within }, outcome) => (outcome === 'timeout' ? shortestMsOf(within) : 0),
  expressions: (with_) =>
    listAwaited(with_).flatMap(({ event, if: source }, index) => {
      const path = 'events' in with_ ? ['events', index, 'if'] : ['if'];
      return source === undefined
        ? []
        : [{ path, source, kind: 'condition' as const, event, mayMiss: true as const }];
    }),
  chart: ({ config: with_, node }) =>
    wait({
      node,
      exactMs: with_.since === 'entry' ? undefined : exactMsOf(with_.within),
      elapsed: 'timeout',
      events: toChartEvents(listAwaited(with_)),
    }),
  evaluate: (context) => {
    const { heard, earlier, config: with_, after } = context;
    if (heard !== undefined) return toAnswer(findMeaning(heard, context)) ?? { ignored: true };
    const found = with_.since === 'entry' ? earlier.map((event) => findMeaning(event, context)) : [];
    return toAnswer(found.find((word) => word !== undefined)) ?? { due: after(with_.within) };
  },
});

function listAwaited(with_: Config): readonly Awaited[] {
  if ('events' in with_) return with_.events;
  return [{ event: with_.event, if: with_.if, as: 'received' }];
}

function wordsOf(list: readonly Awaited[]): readonly string[] {
  return [...new Set(list.map(({ as }) => as))];
}

/** By event: its outcome, or those among which its conditions choose. */
function toChartEvents(list: readonly Awaited[]): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    list.map(({ event, as }) => {
      const same = list.filter((other) => other.event === event);
      return [event, same.some((other) => other.if !== undefined) ? wordsOf(same) : as];
    }),
  );
}

/** The outcome that an event means, undefined where no condition holds. */
function findMeaning(heard: HeardEvent, { config: with_, evaluateWith }: EvaluateContext<Config>) {
  const meant = listAwaited(with_).find(
    ({ event, if: source }) =>
      event === heard.name &&
      (source === undefined || tryEvaluate(() => evaluateWith(source, heard)) === true),
  );
  return meant?.as;
}

function toAnswer(outcome: string | undefined) {
  return outcome === undefined ? undefined : { outcome };
}

const taken = refusal({
  en: 'this event is awaited before, without a condition',
  ko: '앞에서 같은 이벤트를 조건 없이 기다립니다',
});

/** An event awaited without a condition leaves nothing for what follows. */
function checkReachable(
  list: readonly { readonly event: string; readonly if?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  for (const [index, { event }] of list.entries()) {
    const isTaken = list.slice(0, index).some((other) => other.event === event && other.if === undefined);
    if (!isTaken) continue;
    context.addIssue({ code: 'custom', ...taken, path: [index, 'event'] });
  }
}
