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
  longestMsOf,
  shortestMsOf,
  tryEvaluate,
  wait,
  wordField,
  z,
} from '../../src/node-kit/index.ts';

const condition = conditionField.optional().meta({
  description: 'Only events for which this holds; `event` is the one that came.',
  examples: ['event.total >= 30000'],
});

const awaited = z.strictObject({
  event: eventField,
  if: condition,
  as: wordField
    .refine((word) => word !== 'timeout', { error: 'timeout is the outcome when no event comes' })
    .default('received')
    .meta({ description: 'Outcome when this event comes.' }),
});

const times = {
  within: durationField.meta({ description: 'Outcome `timeout` after this long.' }),
  since: z.enum(['visit', 'entry']).default('visit').meta({
    description: 'What counts: events since the run came to this node, or since it was entered.',
  }),
};

const config = z.union([
  z.strictObject({ event: eventField, if: condition, ...times }),
  z.strictObject({
    events: z.array(awaited).min(1).max(20).superRefine(checkReachable).meta({ title: 'The first of' }),
    ...times,
  }),
]);
type Config = z.infer<typeof config>;
type Awaited = Pick<z.infer<typeof awaited>, 'event' | 'if' | 'as'>;

export const waitEvent = defineFlow<Config>({
  type: 'wait.event',
  version: 1,
  title: { en: 'Wait for an event', ko: '이벤트 기다리기' },
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

/** An event awaited without a condition leaves nothing for what follows. */
function checkReachable(
  list: readonly { readonly event: string; readonly if?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  for (const [index, { event }] of list.entries()) {
    const isTaken = list.slice(0, index).some((other) => other.event === event && other.if === undefined);
    if (!isTaken) continue;
    const message = 'this event is awaited before, without a condition';
    context.addIssue({ code: 'custom', message, path: [index, 'event'] });
  }
}
