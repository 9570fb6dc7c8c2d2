// `jornada fmt`: lays journeys out canonically, in place.

import { defineCommand } from './command.ts';
import type { FmtOptions } from './fmt/run-fmt.ts';

export const fmtCommand = defineCommand<FmtOptions>({
  name: 'fmt',
  about: {
    en: 'lay journeys out canonically, comments kept',
    ko: '여정 파일을 표준 형식으로 정리합니다. 주석은 그대로 둡니다',
  },
  arguments: [
    {
      name: '<files...>',
      about: {
        en: 'journeys, changed in place; a folder means all of its journeys; - goes from standard input to output',
        ko: '여정 파일(그 자리에서 고침). 폴더를 쓰면 그 안의 모든 여정, -는 표준 입력에서 표준 출력으로',
      },
    },
  ],
  options: [
    {
      flags: '--check',
      about: {
        en: 'change nothing; exit with 1 when something would change',
        ko: '아무것도 고치지 않고, 고칠 것이 있으면 1로 끝납니다',
      },
    },
  ],
  json: {
    en: 'print one object: {ok, files: [{file, changed, issues}]}',
    ko: '객체 하나를 출력합니다: {ok, files: [{file, changed, issues}]}',
  },
  examples: ['fmt spring-sale.json', 'fmt journeys --check'],
  run: async (input, context) => (await import('./fmt/run-fmt.ts')).runFmt(input, context),
});
