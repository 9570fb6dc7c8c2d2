// `jornada init`: a folder to start from, with a journey of the gallery, its test and a node type of one's own.

import { defineCommand } from './command.ts';
import type { InitOptions } from './init/run-init.ts';

export const initCommand = defineCommand<InitOptions>({
  name: 'init',
  about: {
    en: 'make a project: a journey of the gallery with its test, and a node type of your own',
    ko: '프로젝트를 만듭니다: 갤러리의 여정과 그 테스트, 직접 만든 노드 종류',
  },
  arguments: [
    {
      name: '[folder]',
      about: {
        en: 'an empty folder, or one that does not exist yet; default: this one',
        ko: '비어 있거나 아직 없는 폴더. 기본값: 지금 폴더',
      },
    },
  ],
  options: [
    {
      flags: '--journey <id>',
      about: { en: 'the journey of the gallery to start with', ko: '시작할 갤러리 여정' },
    },
  ],
  json: {
    en: 'print one object: {folder, files, next}',
    ko: '객체 하나를 출력합니다: {folder, files, next}',
  },
  examples: ['init my-project', 'init my-project --journey spring-sale --lang ko'],
  run: async (input, context) => (await import('./init/run-init.ts')).runInit(input, context),
});
