// `jornada explain`: what a run did and why, and what it waits for.

import { defineCommand } from './command.ts';
import type { ExplainFlags } from './server/run-explain.ts';
import { serverOptions } from './server/with-server.ts';

export const explainCommand = defineCommand<ExplainFlags>({
  name: 'explain',
  about: {
    en: 'explain a run, or the runs of a person: the path, each step with its reason, what is waited for',
    ko: '실행 또는 사람의 실행을 설명합니다: 지나온 경로와 이유, 지금 기다리는 것',
  },
  arguments: [
    {
      name: '<run|person>',
      about: {
        en: 'a run (run_…), or the external id of a person',
        ko: '실행(run_…) 또는 사람의 외부 id',
      },
    },
  ],
  options: [...serverOptions],
  json: {
    en: 'print one object: the run, or {person, runs}',
    ko: '객체 하나를 출력합니다: 실행, 또는 {person, runs}',
  },
  examples: ['explain run_01J8ZC5T8G3N4WQ2V7XKMB6RDA', 'explain kim --lang ko'],
  run: async (input, context) => (await import('./server/run-explain.ts')).runExplain(input, context),
});
