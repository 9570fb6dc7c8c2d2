// `branch`: the first case whose condition holds, else `else`. Conditions are CEL, evaluated by the engine.

import {
  act,
  checkNames,
  conditionField,
  defineFlow,
  labelled,
  NodeError,
  refusal,
  wordField,
  z,
} from '../../src/node-kit/index.ts';

const config = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        name: wordField
          .refine(
            (name) => name !== 'else',
            refusal({
              en: 'else is the outcome when no case holds',
              ko: 'else는 맞는 경우가 없을 때의 결과입니다',
            }),
          )
          .meta({
            ...labelled(
              { en: 'Name', ko: '이름' },
              { en: 'Outcome when the condition holds.', ko: '조건이 맞을 때의 결과입니다.' },
            ),
            examples: ['vip'],
          }),
        if: conditionField.meta({
          ...labelled({ en: 'Condition', ko: '조건' }),
          examples: ["person.tier == 'gold'"],
        }),
      }),
    )
    .min(1)
    .max(50)
    .superRefine(checkNames)
    .meta(
      labelled(
        { en: 'Cases', ko: '경우' },
        { en: 'The first that holds wins.', ko: '가장 먼저 맞는 경우가 선택됩니다.' },
      ),
    ),
});
type Config = z.infer<typeof config>;

export const branch = defineFlow<Config>({
  type: 'branch',
  version: 1,
  title: { en: 'Branch', ko: '분기' },
  icon: 'split',
  help: {
    en: 'Sends each person down the first way whose condition holds.',
    ko: '조건이 맞는 첫 번째 길로 고객을 보냅니다.',
  },
  config,
  outcomes: ({ cases }) => [...cases.map(({ name }) => name), 'else'],
  successes: ({ cases }) => [...cases.map(({ name }) => name), 'else'],
  waits: false,
  expressions: ({ cases }) =>
    cases.map(({ if: source }, index) => ({ path: ['cases', index, 'if'], source, kind: 'condition' })),
  chart: ({ node }) => act({ op: 'evaluate', node, local: true }),
  evaluate: ({ config: { cases }, evaluate }) => {
    const chosen = cases.find(({ if: source }) => {
      const holds = evaluate(source);
      if (typeof holds === 'boolean') return holds;
      throw new NodeError('NODE_CONDITION_TYPE', 'A branch condition has to be true or false.', {
        retryable: false,
      });
    });
    return { outcome: chosen?.name ?? 'else' };
  },
});
