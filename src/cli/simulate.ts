// `jornada simulate`: tries a journey on virtual time, by choosing what happens next or by a script.

import { defineCommand } from './command.ts';
import { serverOptions } from './server/with-server.ts';
import type { SimulateOptions } from './simulate/run-simulate.ts';

export const simulateCommand = defineCommand<SimulateOptions>({
  name: 'simulate',
  about: {
    en: 'try a journey on virtual time: choose what happens next, or play a script',
    ko: '여정을 가상 시간으로 실행합니다: 다음에 일어날 일을 고르거나 스크립트를 실행합니다',
  },
  arguments: [{ name: '<journey>', about: { en: 'the journey', ko: '여정 파일' } }],
  options: [
    {
      flags: '--script <file>',
      about: {
        en: 'what the world does; without it, you are asked at a terminal',
        ko: '바깥에서 일어나는 일. 없으면 터미널에서 물어봅니다',
      },
    },
    {
      flags: '--seed <number>',
      about: {
        en: 'leave it to chance, the same for each seed',
        ko: '우연에 맡깁니다. 시드가 같으면 결과도 같습니다',
      },
    },
    {
      flags: '--rates <file>',
      about: { en: 'how often what happens, for --seed', ko: '무엇이 얼마나 자주 일어나는지(--seed와 함께)' },
    },
    {
      flags: '--person <file|id>',
      about: {
        en: 'who enters: {id, phone, email, locale, timeZone, attributes, consents}, or somebody the server knows',
        ko: '들어오는 사람: {id, phone, email, locale, timeZone, attributes, consents}, 또는 서버에 있는 사람의 외부 id',
      },
    },
    {
      flags: '--event <json>',
      about: { en: 'data of the event that the run is entered by', ko: '여정에 들어오게 한 이벤트의 데이터' },
    },
    {
      flags: '--save <file>',
      about: { en: 'add what happened to a journey test', ko: '일어난 일을 여정 테스트에 더합니다' },
    },
    ...serverOptions,
  ],
  json: {
    en: 'print one object: {ok, entered, outcome, path, steps, trace, leftover, waiting}',
    ko: '객체 하나를 출력합니다: {ok, entered, outcome, path, steps, trace, leftover, waiting}',
  },
  examples: [
    'simulate spring-sale.json --event \'{"total": 45000, "cartId": "c1"}\'',
    'simulate spring-sale.json --script silent.script.json --json',
    'simulate spring-sale.json --seed 7 --lang ko',
  ],
  run: async (input, context) => (await import('./simulate/run-simulate.ts')).runSimulate(input, context),
});
