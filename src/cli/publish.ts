// `jornada publish`: a journey becomes the next version on a server.

import { defineCommand } from './command.ts';
import type { PublishFlags } from './server/run-publish.ts';
import { serverOptions } from './server/with-server.ts';

export const publishCommand = defineCommand<PublishFlags>({
  name: 'publish',
  about: {
    en: 'publish a journey: people who enter from now on get the new version',
    ko: '여정을 게시합니다. 이제부터 들어오는 사람은 새 버전을 따릅니다',
  },
  arguments: [
    {
      name: '<file>',
      about: { en: 'the journey; - reads standard input', ko: '여정 파일. -는 표준 입력' },
    },
  ],
  options: [
    {
      flags: '--dry-run',
      about: {
        en: 'show what would change; nothing is published',
        ko: '바뀔 내용만 보여 주고 게시하지 않습니다',
      },
    },
    ...serverOptions,
  ],
  json: {
    en: 'print one object: {id, version, previous, created, hash, changes, warnings}',
    ko: '객체 하나를 출력합니다: {id, version, previous, created, hash, changes, warnings}',
  },
  examples: ['publish spring-sale.json', 'publish spring-sale.json --dry-run --url https://jornada.example'],
  run: async (input, context) => (await import('./server/run-publish.ts')).runPublish(input, context),
});
