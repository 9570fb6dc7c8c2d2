// `note`: a remark for readers of the journey. It stands by itself; a run that an edge leads here goes on at once.

import { defineFlow, end, labelled, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(2_000)
    .meta(labelled({ en: 'Text', ko: '내용' })),
});
type Config = z.infer<typeof config>;

export const note = defineFlow<Config>({
  type: 'note',
  version: 1,
  title: { en: 'Note', ko: '메모' },
  icon: 'sticky-note',
  help: {
    en: 'A remark for colleagues. Nothing happens here.',
    ko: '동료를 위한 메모입니다. 실행에는 영향이 없습니다.',
  },
  config,
  outcomes: () => ['done'],
  successes: () => ['done'],
  waits: false,
  annotation: true,
  chart: () => end('done'),
});
