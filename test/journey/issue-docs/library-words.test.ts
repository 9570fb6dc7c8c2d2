// What the libraries of expressions and texts say of a source stands in their own words; without any the sentence is whole.

import { expect, test } from 'vitest';
import { issueTable } from '../../../src/journey/issues.ts';

test.each([
  ['J401', "The expression can't be read.", '식을 읽을 수 없습니다.'],
  ['J405', "The expression can't work.", '식이 성립하지 않습니다.'],
  ['J411', "The text can't be read.", '문구를 읽을 수 없습니다.'],
] as const)('%s tells what the library says, and nothing of ours in its place', (code, en, ko) => {
  const said = { detail: 'Unexpected token: EOF' };
  expect(issueTable[code].en(said).message).toBe(en.replace('.', ': Unexpected token: EOF.'));
  expect(issueTable[code].en({ detail: '' }).message).toBe(en);
  expect(issueTable[code].ko({ detail: '' }).message).toBe(ko);
});
