// `jornada diff`: what changed between two journeys, and what it means for people under way.

import { defineCommand } from './command.ts';
import { type ServerFlags, serverOptions } from './server/with-server.ts';

export const diffCommand = defineCommand<ServerFlags>({
  name: 'diff',
  about: {
    en: 'say what changed between two journeys, and what it means for people under way',
    ko: '두 여정의 차이와, 진행 중인 사람에게 주는 영향을 알려 줍니다',
  },
  arguments: [
    {
      name: '<before>',
      about: {
        en: 'the journey as it was: a file, or id@version (id: the newest) of a running Jornada',
        ko: '이전 여정: 파일 또는 실행 중인 Jornada의 id@버전(id만 쓰면 최신)',
      },
    },
    { name: '<after>', about: { en: 'the journey as it is, likewise', ko: '이후 여정(형식은 같음)' } },
  ],
  options: [...serverOptions],
  json: {
    en: 'print one object: {same, changes, remarks, running}, each change with its text',
    ko: '객체 하나를 출력합니다: {same, changes, remarks, running}. 변경마다 설명이 붙습니다',
  },
  examples: ['diff spring-sale spring-sale.json', 'diff spring-sale@1 spring-sale@2'],
  run: async (input, context) => (await import('./diff/run-diff.ts')).runDiff(input, context),
});
