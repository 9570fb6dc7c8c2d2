// `wait.event`: waits for something the person does, at most for a time.

import {
  defineFlow,
  durationField,
  exactMsOf,
  longestMsOf,
  shortestMsOf,
  wait,
  z,
} from '../../src/node-kit/index.ts';

const config = z.strictObject({
  event: z
    .string()
    .max(100)
    .regex(/^[a-z][a-zA-Z0-9_]*(\.[a-zA-Z0-9_]+)*$/),
  within: durationField,
});
type Config = z.infer<typeof config>;

export const waitEvent = defineFlow<Config>({
  type: 'wait.event',
  version: 1,
  title: { en: 'Wait for an event', ko: '이벤트 기다리기' },
  config,
  outcomes: () => ['received', 'timeout'],
  successes: () => ['received'],
  waits: true,
  longestMs: ({ within }) => longestMsOf(within),
  shortestMs: ({ within }, outcome) => (outcome === 'timeout' ? shortestMsOf(within) : 0),
  events: ({ event }) => [event],
  chart: ({ config: { event, within }, node }) =>
    wait({ node, exactMs: exactMsOf(within), elapsed: 'timeout', events: { [event]: 'received' } }),
  evaluate: ({ config: { within }, after }) => ({ due: after(within) }),
});
