// `jornada rehearse`: a script on the real engine, beside the simulator.

import { defineCommand } from './command.ts';
import type { RehearseFlags } from './rehearse/run-rehearse.ts';

export const rehearseCommand = defineCommand<RehearseFlags>({
  name: 'rehearse',
  about: {
    en: 'play a script on the real engine with time skipped, and compare it with the simulator',
    ko: '실제 엔진에서 시간을 건너뛰며 스크립트를 실행하고 시뮬레이터와 비교합니다',
  },
  arguments: [{ name: '<file>', about: { en: 'the journey', ko: '여정 파일' } }],
  options: [
    {
      flags: '--script <file>',
      about: { en: 'who enters, and what the world does', ko: '누가 들어오고 무슨 일이 일어나는지' },
      required: true,
    },
    {
      flags: '--keep',
      about: {
        en: 'leave everything running, to look at the run in the Temporal UI; Ctrl-C ends it',
        ko: 'Temporal UI에서 볼 수 있게 계속 실행해 둡니다. Ctrl-C로 끝냅니다',
      },
    },
  ],
  json: {
    en: 'print one object: {ok, run, link, outcome, path, steps, trace, differences, leftover}',
    ko: '객체 하나를 출력합니다: {ok, run, link, outcome, path, steps, trace, differences, leftover}',
  },
  examples: [
    'rehearse spring-sale.json --script silent.script.json',
    'rehearse spring-sale.json --script silent.script.json --keep',
  ],
  run: async (input, context) => (await import('./rehearse/run-rehearse.ts')).runRehearse(input, context),
});
