// `jornada outcomes`: what each error code of Meta comes to.

import { defineCommand } from './command.ts';

export const outcomesCommand = defineCommand<object>({
  name: 'outcomes',
  about: {
    en: "list Meta's error codes with the outcome, class, retry and memory of each",
    ko: 'Meta 오류 코드마다 결과, 분류, 재시도, 기억할 내용을 보여 줍니다',
  },
  arguments: [
    {
      name: '[filter]',
      about: {
        en: 'a code (131049), or an outcome (limit catches limit.user)',
        ko: '코드(131049) 또는 결과(limit은 limit.user도 포함)',
      },
    },
  ],
  json: {
    en: 'print [{code, outcome, class, retry, memory, retryAfterMs, title}]; memory and retryAfterMs may be null',
    ko: '[{code, outcome, class, retry, memory, retryAfterMs, title}]를 출력합니다. memory와 retryAfterMs는 null일 수 있습니다',
  },
  examples: ['outcomes', 'outcomes 131049', 'outcomes limit --json'],
  run: async (input, context) => (await import('./catalogue/run-outcomes.ts')).runOutcomes(input, context),
});
