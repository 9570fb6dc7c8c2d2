// `goal`: marks that the run has come to what the journey is for. The run goes on at once; reports count its visits.

import { defineFlow, end, wordField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  name: wordField.meta({
    description: 'Goals of the same name are counted together.',
    examples: ['purchase', 'signup'],
  }),
});
type Config = z.infer<typeof config>;

export const goal = defineFlow<Config>({
  type: 'goal',
  version: 1,
  title: { en: 'Goal', ko: '목표' },
  config,
  outcomes: () => ['reached'],
  successes: () => ['reached'],
  words: ['reached'],
  waits: false,
  chart: () => end('reached'),
});
