// `jornada validate`: checks journeys and says what is wrong, where, and what to do.

import { defineCommand } from './command.ts';
import type { ValidateOptions } from './validate/run-validate.ts';

export const validateCommand = defineCommand<ValidateOptions>({
  name: 'validate',
  about: {
    en: 'check journeys: their text, nodes, edges, expressions and texts',
    ko: '여정을 검사합니다: 텍스트, 노드, 연결, 식, 메시지',
  },
  arguments: [
    {
      name: '<files...>',
      about: {
        en: 'journeys, JSON with comments; a folder means all of its journeys; - reads standard input',
        ko: '여정 파일(주석이 있는 JSON). 폴더를 쓰면 그 안의 모든 여정, -는 표준 입력',
      },
    },
  ],
  options: [
    {
      flags: '-w, --watch',
      about: { en: 'check again whenever a file changes', ko: '파일이 바뀔 때마다 다시 검사합니다' },
    },
  ],
  json: {
    en: 'print one object: {ok, file, id, hash, issues, analysis}; for several files {ok, journeys: […]}',
    ko: '객체 하나를 출력합니다: {ok, file, id, hash, issues, analysis}. 파일이 여럿이면 {ok, journeys: […]}',
  },
  examples: ['validate spring-sale.json --lang ko', 'validate journeys --watch'],
  run: async (input, context) => (await import('./validate/run-validate.ts')).runValidate(input, context),
});
