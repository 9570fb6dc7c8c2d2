// `jornada open`: a link that lets a browser into the canvas.

import { defineCommand } from './command.ts';
import type { OpenFlags } from './server/run-open.ts';
import { serverOptions } from './server/with-server.ts';

export const openCommand = defineCommand<OpenFlags>({
  name: 'open',
  about: {
    en: 'make a link that opens the canvas in a browser; it works once, for ten minutes',
    ko: '브라우저에서 캔버스를 여는 링크를 만듭니다. 10분 안에 한 번만 쓸 수 있습니다',
  },
  options: [
    { flags: '--print', about: { en: 'print the link alone', ko: '링크만 출력' } },
    { flags: '--browser', about: { en: 'open it in the browser here', ko: '이 컴퓨터의 브라우저로 열기' } },
    ...serverOptions,
  ],
  json: { en: 'print one object: {url, expiresAt}', ko: '객체 하나를 출력합니다: {url, expiresAt}' },
  examples: ['open', 'open --browser', 'open --url https://jornada.example --api-key $KEY --print'],
  run: async (input, context) => (await import('./server/run-open.ts')).runOpen(input, context),
});
