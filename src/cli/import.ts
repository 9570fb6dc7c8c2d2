// `jornada import`: a journey from an XState machine that was exported, or what has no meaning here.

import { defineCommand } from './command.ts';
import type { ImportOptions } from './exchange/run-import.ts';

export const importCommand = defineCommand<ImportOptions>({
  name: 'import',
  about: {
    en: 'read a journey back from an XState machine; of a foreign one, say what has no meaning here',
    ko: '내보낸 XState 머신에서 여정을 다시 읽습니다. 다른 머신이면 의미가 없는 것을 알려 줍니다',
  },
  arguments: [
    {
      name: '<file>',
      about: { en: 'a machine config, JSON; - reads standard input', ko: '머신 설정(JSON). -는 표준 입력' },
    },
  ],
  options: [
    {
      flags: '--from <format>',
      about: { en: 'what the file is', ko: '파일의 형식' },
      choices: ['xstate'],
      required: true,
    },
    {
      flags: '-o, --output <file>',
      about: { en: 'write there, not to standard output', ko: '표준 출력 대신 이 파일에 씁니다' },
    },
  ],
  json: {
    en: 'print one object: {ok, issues} with id, hash and text, or with file where one is written',
    ko: '객체 하나를 출력합니다: {ok, issues}와 id, hash, text, 파일에 썼으면 file',
  },
  examples: ['import machine.json --from xstate -o spring-sale.json'],
  run: async (input, context) => (await import('./exchange/run-import.ts')).runImport(input, context),
});
