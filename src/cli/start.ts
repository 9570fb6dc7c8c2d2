// `jornada start`: lets a person into a journey on a server.

import { defineCommand } from './command.ts';
import type { StartFlags } from './server/run-start.ts';
import { serverOptions } from './server/with-server.ts';

export const startCommand = defineCommand<StartFlags>({
  name: 'start',
  about: { en: 'start a run: let a person into a journey', ko: '실행을 시작합니다: 사람을 여정에 넣습니다' },
  arguments: [{ name: '<journey>', about: { en: 'id of a published journey', ko: '게시된 여정의 id' } }],
  options: [
    {
      flags: '--person <id>',
      about: { en: 'external id of the person', ko: '사람의 외부 id' },
      required: true,
    },
    {
      flags: '--event <json>',
      about: {
        en: 'what conditions and texts read as `event`',
        ko: '조건식과 메시지가 `event`로 읽을 데이터',
      },
    },
    {
      flags: '--key <key>',
      about: {
        en: "instead of the entry's own key: one live run per key",
        ko: 'entry의 key 대신 쓸 값. key마다 실행은 하나입니다',
      },
    },
    ...serverOptions,
  ],
  json: { en: 'print one object: {run}', ko: '객체 하나를 출력합니다: {run}' },
  examples: [`start spring-sale --person kim --event '{"cartId": "c1", "total": 45000}'`],
  run: async (input, context) => (await import('./server/run-start.ts')).runStart(input, context),
});
