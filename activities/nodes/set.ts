// `set`: gives the run variables, which later expressions and texts read as `run.vars`. All are computed from what was
// before; the database keeps them, the history doesn't.

import type { Json } from '../../src/node-kit/index.ts';
import {
  act,
  defineFlow,
  fieldNameField,
  labelled,
  NodeError,
  refusal,
  valueField,
  z,
} from '../../src/node-kit/index.ts';

const config = z.strictObject({
  vars: z
    .record(fieldNameField, valueField)
    .refine(
      (vars) => Object.keys(vars).length > 0,
      refusal({ en: 'at least one variable is needed', ko: '변수가 하나는 있어야 합니다' }),
    )
    .meta({
      ...labelled(
        { en: 'Variables', ko: '변수' },
        { en: 'Values by name, each a CEL expression.', ko: '이름별 값(CEL 식)입니다.' },
      ),
      examples: [{ discount: '10' }],
    }),
});
type Config = z.infer<typeof config>;

/** Bytes of JSON that one node may set. */
const maxBytes = 4_096;

export const set = defineFlow<Config>({
  type: 'set',
  version: 1,
  title: { en: 'Set variables', ko: '변수 설정' },
  icon: 'variable',
  help: {
    en: 'Gives the run variables, which later steps read as `run.vars`.',
    ko: '실행 변수를 설정합니다. 이후 단계에서 `run.vars`로 읽습니다.',
  },
  config,
  outcomes: () => ['done'],
  successes: () => ['done'],
  words: ['done'],
  waits: false,
  expressions: ({ vars }) =>
    Object.entries(vars).map(([name, source]) => ({ path: ['vars', name], source, kind: 'value' })),
  chart: ({ node }) => act({ op: 'evaluate', node, local: true }),
  evaluate: ({ config: { vars }, evaluate }) => {
    const values = Object.entries(vars).map(([name, source]) => [name, evaluate(source) as Json]);
    const changed: Record<string, Json> = Object.fromEntries(values);
    if (new TextEncoder().encode(JSON.stringify(changed)).length > maxBytes) {
      throw new NodeError('NODE_VARS_TOO_LARGE', `A set node sets at most ${maxBytes} bytes.`, {
        retryable: false,
      });
    }
    return { outcome: 'done', changes: [{ kind: 'vars', set: changed }] };
  },
});
