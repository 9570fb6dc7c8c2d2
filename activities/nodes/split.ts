// `split`: shares people out among the arms of an experiment. The draw is a hash, so that a person gets the same arm in
// every run and at every retry, without anything being stored.

import { act, checkNames, defineFlow, drawArm, labelled, wordField, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  arms: z
    .array(
      z.strictObject({
        name: wordField.meta({
          ...labelled(
            { en: 'Name', ko: '이름' },
            { en: 'Outcome for those who draw this arm.', ko: '이 그룹에 든 고객의 결과입니다.' },
          ),
          examples: ['coupon'],
        }),
        weight: z
          .int()
          .min(1)
          .max(100)
          .meta(labelled({ en: 'Percent', ko: '비율(%)' })),
      }),
    )
    .min(2)
    .max(20)
    .superRefine(checkNames)
    .refine((arms) => arms.reduce((sum, { weight }) => sum + weight, 0) === 100, { error: 'weights' })
    .meta({
      ...labelled(
        { en: 'Arms', ko: '그룹' },
        { en: 'Weights are percentages: together 100.', ko: '비율은 백분율이며 합이 100입니다.' },
      ),
      examples: [
        [
          { name: 'coupon', weight: 50 },
          { name: 'news', weight: 50 },
        ],
      ],
    }),
  keep: z
    .enum(['person', 'run'])
    .default('person')
    .meta(
      labelled(
        { en: 'Who keeps the arm', ko: '유지 단위' },
        {
          en: 'Who keeps the arm: the person in all runs, or the run alone, so that a new one draws again.',
          ko: '그룹을 유지하는 단위: 고객은 모든 실행에서 같은 그룹, 실행은 새로 들어올 때마다 다시 뽑습니다.',
        },
      ),
    ),
  experiment: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta(
      labelled(
        { en: 'Experiment', ko: '실험' },
        {
          en: 'Splits of the same experiment and arms agree on a person; the journey and node where absent.',
          ko: '실험과 그룹이 같으면 고객은 같은 그룹에 듭니다. 비워 두면 여정과 노드가 기준입니다.',
        },
      ),
    ),
});
type Config = z.infer<typeof config>;

export const split = defineFlow<Config>({
  type: 'split',
  version: 1,
  title: { en: 'Split', ko: '나누기' },
  icon: 'percent',
  help: {
    en: 'Shares people out by chance among the arms of an experiment.',
    ko: '실험 그룹에 고객을 무작위로 나눕니다.',
  },
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
