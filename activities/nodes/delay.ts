// `delay`: waits for a duration. Hours and shorter are exact; days keep the wall-clock time in the person's zone.

import {
  defineFlow,
  durationField,
  exactMsOf,
  longestMsOf,
  shortestMsOf,
  wait,
  z,
} from '../../src/node-kit/index.ts';

const config = z.strictObject({ for: durationField });
type Config = z.infer<typeof config>;

export const delay = defineFlow<Config>({
  type: 'delay',
  version: 1,
  title: { en: 'Wait', ko: '기다리기' },
  config,
  outcomes: () => ['done'],
  successes: () => ['done'],
  waits: true,
  longestMs: (with_) => longestMsOf(with_.for),
  shortestMs: (with_) => shortestMsOf(with_.for),
  chart: ({ config: with_, node }) => wait({ node, exactMs: exactMsOf(with_.for), elapsed: 'done' }),
  evaluate: ({ config: with_, after }) => ({ due: after(with_.for) }),
});
