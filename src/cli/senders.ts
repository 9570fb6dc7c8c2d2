// `jornada senders`: how the sending identities of a server stand, and letting a stopped one go on.

import { defineCommand } from './command.ts';
import type { SendersFlags } from './server/run-senders.ts';
import { serverOptions } from './server/with-server.ts';

export const sendersCommand = defineCommand<SendersFlags>({
  name: 'senders',
  about: {
    en: 'list senders with their rates, limits and restrictions; let a stopped one go on',
    ko: '발신자의 속도, 한도, 제한을 보여 주고, 멈춘 발신자를 다시 보내게 합니다',
  },
  options: [
    {
      flags: '--acknowledge <id>',
      about: { en: 'lift what stopped this sender', ko: '이 발신자를 멈춘 제한을 해제' },
    },
    {
      flags: '--per-second <number>',
      about: {
        en: 'with --acknowledge: let out so many of those who waited each second',
        ko: '--acknowledge와 함께: 기다리던 메시지를 초당 이만큼 내보냄',
      },
      default: '10',
    },
    ...serverOptions,
  ],
  json: {
    en: 'print one object: {senders}, or {lifted, sends, seconds}',
    ko: '객체 하나를 출력합니다: {senders} 또는 {lifted, sends, seconds}',
  },
  examples: ['senders', 'senders --acknowledge sdr_01JZ --per-second 20'],
  run: async (input, context) => (await import('./server/run-senders.ts')).runSenders(input, context),
});
