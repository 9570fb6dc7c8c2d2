// `exit`: the run ends here, with the author's word for it.

import { defineFlow, end, wordField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  as: wordField
    .default('done')
    .meta({ description: 'Outcome of the run.', examples: ['reached', 'converted'] }),
});
type Config = z.infer<typeof config>;

export const exit = defineFlow<Config>({
  type: 'exit',
  version: 1,
  title: { en: 'Exit', ko: '종료' },
  config,
  outcomes: ({ as }) => [as],
  successes: ({ as }) => [as],
  terminal: true,
  waits: false,
  chart: ({ config: { as } }) => end(as),
});
