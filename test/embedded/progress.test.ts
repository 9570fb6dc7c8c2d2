import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/embedded/progress.ts';

test.each([
  ['en', 'Starting\nReady\n'],
  ['ko', '시작합니다\n준비됨\n'],
] as const)('what is done is told in the language of the command: %s', async (language, told) => {
  const output = new PassThrough();
  const progress = createProgress({ language, output });
  progress.onProgress({ en: 'Starting', ko: '시작합니다' });
  progress.done({ en: 'Ready', ko: '준비됨' });
  output.end();
  expect(await text(output)).toBe(told);
});
