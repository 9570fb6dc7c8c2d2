// `exit`: the run ends here, with the author's word for it.

import { defineFlow, end, labelled, wordField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  as: wordField.default('done').meta({
    ...labelled({ en: 'Outcome', ko: '결과' }, { en: 'Outcome of the run.', ko: '여정의 결과입니다.' }),
    examples: ['reached', 'converted'],
  }),
});
type Config = z.infer<typeof config>;

export const exit = defineFlow<Config>({
  type: 'exit',
  version: 1,
  title: { en: 'Exit', ko: '종료' },
  icon: 'log-out',
  help: {
    en: 'Ends the journey for this person, with your word for how it went.',
    ko: '이 고객의 여정을 끝내고 어떻게 끝났는지 결과를 남깁니다.',
  },
  config,
  outcomes: ({ as }) => [as],
  successes: ({ as }) => [as],
  terminal: true,
  waits: false,
  chart: ({ config: { as } }) => end(as),
});
