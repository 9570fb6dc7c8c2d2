import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeWords } from '../../src/cli/server/code-words.ts';

const folder = new URL('../../activities/nodes/', import.meta.url);
const thrown = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [
    ...readFileSync(new URL(name, folder), 'utf8').matchAll(/new NodeError\(\s*'(NODE_[A-Z_]+)'/g),
  ])
  .map(([, code = '']) => code);

test('every code that our nodes throw is told in words of both languages', () => {
  expect(thrown.length).toBeGreaterThan(2);
  for (const code of thrown) {
    expect(codeWords(code, 'en')).toMatch(/^NODE_\w+: [a-z]/);
    expect(codeWords(code, 'ko')).toMatch(/^NODE_\w+: .*[가-힣]/);
  }
});

test("Meta's codes come with Meta's meaning, codes of others as they are", () => {
  expect(codeWords('131026', 'ko')).toMatch(/^131026: 전달 불가: WhatsApp/);
  expect(codeWords('partner_17', 'en')).toBe('partner_17');
});
