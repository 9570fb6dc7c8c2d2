// `jornada templates`: what Meta says of the message templates of a server's accounts.

import { defineCommand } from './command.ts';
import type { TemplatesFlags } from './server/run-templates.ts';
import { serverOptions } from './server/with-server.ts';

export const templatesCommand = defineCommand<TemplatesFlags>({
  name: 'templates',
  about: {
    en: "list WhatsApp templates with Meta's status, category and quality",
    ko: 'WhatsApp 템플릿의 Meta 상태, 분류, 품질을 보여 줍니다',
  },
  options: [
    { flags: '--sync', about: { en: 'ask Meta for the list first', ko: '먼저 Meta에서 목록을 받기' } },
    ...serverOptions,
  ],
  json: { en: 'print one object: {templates, syncs}', ko: '객체 하나를 출력합니다: {templates, syncs}' },
  examples: ['templates --sync'],
  run: async (input, context) => (await import('./server/run-templates.ts')).runTemplates(input, context),
});
