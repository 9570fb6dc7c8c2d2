// `split`: shares people out among the arms of an experiment. The draw is a hash, so that a person gets the same arm in
// every run and at every retry, without anything being stored.

import { act, checkNames, defineFlow, drawArm, wordField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  arms: z
    .array(
      z.strictObject({
        name: wordField.meta({ description: 'Outcome for those who draw this arm.', examples: ['coupon'] }),
        weight: z.int().min(1).max(100).meta({ title: 'Percent' }),
      }),
    )
    .min(2)
    .max(20)
    .superRefine(checkNames)
    .refine((arms) => arms.reduce((sum, { weight }) => sum + weight, 0) === 100, { error: 'weights' })
    .meta({
      description: 'Weights are percentages: together 100.',
      examples: [
        [
          { name: 'coupon', weight: 50 },
          { name: 'news', weight: 50 },
        ],
      ],
    }),
  keep: z.enum(['person', 'run']).default('person').meta({
    description:
      'Who keeps the arm: the person in all runs, or the run alone, so that a new one draws again.',
  }),
  experiment: z.string().min(1).max(100).optional().meta({
    description:
      'Splits of the same experiment and arms agree on a person; the journey and node where absent.',
  }),
});
type Config = z.infer<typeof config>;

export const split = defineFlow<Config>({
  type: 'split',
  version: 1,
  title: { en: 'Split', ko: '나누기' },
  config,
  outcomes: ({ arms }) => arms.map(({ name }) => name),
  successes: ({ arms }) => arms.map(({ name }) => name),
  waits: false,
  chart: ({ node }) => act({ op: 'evaluate', node, local: true }),
  evaluate: ({ config: with_, scope: { person, run }, journeyId, node }) => {
    const experiment = with_.experiment ?? `${journeyId}/${node}`;
    const who = with_.keep === 'person' ? String(person['id']) : run.id;
    return { outcome: drawArm(with_.arms, `${experiment}/${who}`).name };
  },
});
