// `jornada test`: runs journey tests, and says which ways through a journey none of them takes.

import { defineCommand } from './command.ts';
import type { TestOptions } from './test/run-test.ts';

export const testCommand = defineCommand<TestOptions>({
  name: 'test',
  about: {
    en: 'run journey tests (*.journey-test.json) on virtual time',
    ko: '여정 테스트(*.journey-test.json)를 가상 시간으로 실행합니다',
  },
  arguments: [
    {
      name: '[files...]',
      about: {
        en: 'tests, or folders with tests below them; default: this folder',
        ko: '테스트 파일 또는 테스트가 있는 폴더. 기본값: 지금 폴더',
      },
    },
  ],
  options: [
    {
      flags: '-w, --watch',
      about: { en: 'run again whenever a file changes', ko: '파일이 바뀔 때마다 다시 실행합니다' },
    },
  ],
  json: {
    en: 'print one object: {ok, passed, failed, journeys: [{file, tests, coverage}]}',
    ko: '객체 하나를 출력합니다: {ok, passed, failed, journeys: [{file, tests, coverage}]}',
  },
  examples: ['test', 'test journeys --watch', 'test journeys/spring-sale.journey-test.json --lang ko'],
  run: async (input, context) => (await import('./test/run-test.ts')).runTest(input, context),
});
