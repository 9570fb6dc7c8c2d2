// `jornada emulator`: Meta's Cloud API alone on this machine, for any client.

import { defineCommand } from './command.ts';
import type { EmulatorFlags } from './emulator/run-emulator.ts';

export const emulatorCommand = defineCommand<EmulatorFlags>({
  name: 'emulator',
  about: {
    en: "run the emulator of Meta's Cloud API alone, for any client, until Ctrl-C",
    ko: 'Meta Cloud API 에뮬레이터만 실행합니다. 어떤 클라이언트든 쓸 수 있고 Ctrl-C로 끝냅니다',
  },
  options: [
    {
      flags: '--port <number>',
      about: { en: 'port of API and page; 0 takes a free one', ko: 'API와 화면의 포트. 0이면 빈 포트' },
      default: '4025',
    },
    {
      flags: '--webhook <url>',
      about: {
        en: 'where webhooks go; without it they wait',
        ko: '웹훅을 보낼 주소. 없으면 웹훅은 기다립니다',
      },
    },
    {
      flags: '--verify-token <token>',
      about: {
        en: "with --webhook: make Meta's handshake with this token first",
        ko: '--webhook과 함께: 먼저 이 토큰으로 Meta의 확인 절차를 거칩니다',
      },
    },
    {
      flags: '--app-secret <secret>',
      about: { en: 'signs the webhooks', ko: '웹훅에 서명할 값' },
      default: 'emulator-app-secret',
    },
    {
      flags: '--access-token <token>',
      about: { en: 'what clients send as Bearer', ko: '클라이언트가 Bearer로 보낼 값' },
      default: 'emulator-access-token',
    },
    {
      flags: '--numbers <numbers...>',
      about: {
        en: 'phone numbers of the business, with country code; default: one',
        ko: '국가 번호를 붙인 업체 전화번호. 기본값: 하나',
      },
    },
    {
      flags: '--templates <file>',
      about: {
        en: 'JSON list of templates: name, language, category, status, components',
        ko: '템플릿의 JSON 목록: name, language, category, status, components',
      },
    },
    {
      flags: '--rules <set>',
      about: {
        en: "which rules are on: Meta's, or only those that act when asked",
        ko: '켜 둘 규칙: Meta와 같게, 또는 시킬 때만 작동하는 것만',
      },
      choices: ['meta', 'quiet'],
      default: 'meta',
    },
    {
      flags: '--journal <file>',
      about: {
        en: 'append each request with its body and status, one JSON a line',
        ko: '요청마다 본문과 상태를 한 줄에 JSON 하나로 덧붙일 파일',
      },
    },
  ],
  json: {
    en: 'print the addresses and keys as one object',
    ko: '주소와 키를 객체 하나로 출력합니다',
  },
  examples: [
    'emulator',
    'emulator --webhook http://localhost:3000/webhook --verify-token secret',
    'emulator --port 0 --numbers +15550100001 +442071234567 --json',
  ],
  run: async (input, context) => (await import('./emulator/run-emulator.ts')).runEmulator(input, context),
});
