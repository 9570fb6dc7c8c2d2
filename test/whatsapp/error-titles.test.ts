import { expect, test } from 'vitest';
import { errorTable } from '../../src/whatsapp/error-table.generated.ts';
import { koreanTitles, titleOf } from '../../src/whatsapp/error-titles.ts';

test('every code of Meta has its meaning in Korean, and no other is told', () => {
  const titles = new Set(Object.values(errorTable).map(({ title }) => title));
  expect([...titles].sort()).toEqual(Object.keys(koreanTitles).sort());
  for (const korean of Object.values(koreanTitles)) expect(korean).toMatch(/[가-힣]/);
});

test('a title is told in the language that is asked for', () => {
  const title = 'Access denied';
  expect([titleOf({ title }, 'en'), titleOf({ title }, 'ko')]).toEqual([title, '접근 거부됨']);
});
