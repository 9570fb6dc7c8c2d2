// `goal`: marks that the run has come to what the journey is for. The run goes on at once; reports count its visits.

import { defineFlow, end, labelled, wordField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  name: wordField.meta({
    ...labelled(
      { en: 'Name', ko: '이름' },
      { en: 'Goals of the same name are counted together.', ko: '같은 이름의 목표는 함께 집계됩니다.' },
    ),
    examples: ['purchase', 'signup'],
  }),
});
type Config = z.infer<typeof config>;

export const goal = defineFlow<Config>({
  type: 'goal',
  version: 1,
  title: { en: 'Goal', ko: '목표' },
  icon: 'flag',
  help: {
    en: 'Marks that the person has come to what the journey is for; reports count it.',
    ko: '여정의 목적을 이룬 지점을 표시합니다. 보고서에 집계됩니다.',
  },
  config,
  outcomes: () => ['reached'],
  successes: () => ['reached'],
  words: ['reached'],
  waits: false,
  chart: () => end('reached'),
});
