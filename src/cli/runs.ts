// `jornada runs`: who is where on a server.

import { defineCommand } from './command.ts';
import type { RunsFlags } from './server/run-runs.ts';
import { serverOptions } from './server/with-server.ts';

export const runsCommand = defineCommand<RunsFlags>({
  name: 'runs',
  about: { en: 'list runs, newest first', ko: '실행 목록을 최신순으로 보여 줍니다' },
  options: [
    { flags: '--journey <id>', about: { en: 'of this journey', ko: '이 여정만' } },
    { flags: '--person <id>', about: { en: 'of this person (external id)', ko: '이 사람만(외부 id)' } },
    {
      flags: '--state <state>',
      about: { en: 'in this state', ko: '이 상태만' },
      choices: ['starting', 'running', 'closed'],
    },
    { flags: '--limit <number>', about: { en: 'at most so many', ko: '최대 개수' }, default: '50' },
    { flags: '--cursor <id>', about: { en: 'the page after this run', ko: '이 실행 다음 페이지' } },
    ...serverOptions,
  ],
  json: { en: 'print one object: {runs, next}', ko: '객체 하나를 출력합니다: {runs, next}' },
  examples: ['runs --journey spring-sale --state running'],
  run: async (input, context) => (await import('./server/run-runs.ts')).runRuns(input, context),
});
