// `jornada diff`: what changed between two journeys, and what it means for people under way.

import { defineCommand } from './command.ts';

export const diffCommand = defineCommand<object>({
  name: 'diff',
  about: {
    en: 'say what changed between two journeys, and what it means for people under way',
    ko: '두 여정의 차이와, 진행 중인 사람에게 주는 영향을 알려 줍니다',
  },
  arguments: [
    { name: '<before>', about: { en: 'the journey as it was', ko: '이전 여정' } },
    { name: '<after>', about: { en: 'the journey as it is', ko: '이후 여정' } },
  ],
  json: {
    en: 'print one object: {same, changes, remarks, running}, each change with its text',
    ko: '객체 하나를 출력합니다: {same, changes, remarks, running}. 변경마다 설명이 붙습니다',
  },
  examples: ['diff spring-sale.v1.json spring-sale.json'],
  run: async (input, context) => (await import('./diff/run-diff.ts')).runDiff(input, context),
});
