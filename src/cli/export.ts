// `jornada export`: a journey as a state machine or a picture, for other tools.

import { defineCommand } from './command.ts';
import type { ExportOptions } from './exchange/run-export.ts';

export const exportCommand = defineCommand<ExportOptions>({
  name: 'export',
  about: {
    en: 'write a journey as an XState machine, a Mermaid flowchart or an SVG picture',
    ko: '여정을 XState 머신, Mermaid 순서도 또는 SVG 그림으로 내보냅니다',
  },
  arguments: [{ name: '<file>', about: { en: 'a journey', ko: '여정 파일' } }],
  options: [
    {
      flags: '--to <format>',
      about: { en: 'what to write', ko: '내보낼 형식' },
      choices: ['xstate', 'mermaid', 'svg'],
      required: true,
    },
    {
      flags: '--compiled',
      about: {
        en: 'for xstate: the chart that the engine runs, which needs its guards and actions; default: an outline that loads by itself',
        ko: 'xstate: 엔진이 실행하는 차트. 엔진의 guard와 action이 필요합니다. 기본값: 그대로 불러올 수 있는 개요',
      },
    },
    {
      flags: '-o, --output <file>',
      about: { en: 'write there, not to standard output', ko: '표준 출력 대신 이 파일에 씁니다' },
    },
  ],
  json: {
    en: 'print one object: {to, id, hash} with text, or with file where one is written',
    ko: '객체 하나를 출력합니다: {to, id, hash}와 text, 파일에 썼으면 file',
  },
  examples: [
    'export spring-sale.json --to xstate',
    'export spring-sale.json --to xstate --compiled -o spring-sale.machine.json',
    'export spring-sale.json --to svg -o spring-sale.svg',
  ],
  run: async (input, context) => (await import('./exchange/run-export.ts')).runExport(input, context),
});
