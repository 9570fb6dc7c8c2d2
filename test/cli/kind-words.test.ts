import { expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { describeNode } from '../../src/cli/catalogue/describe-node.ts';
import { kindWords } from '../../src/cli/catalogue/kind-words.ts';

const kinds = new Set(nodeTypes.flatMap((type) => describeNode(type).fields.map(({ kind }) => kind)));

test('every kind of config field of ours is told in Korean, but for words of the language', () => {
  const values = /^\w+( \| \w+)+$/;
  const told = [...kinds].filter((kind) => !values.test(kind));
  expect(told.length).toBeGreaterThan(5);
  for (const kind of told) expect(kindWords(kind, 'ko')).toMatch(/[가-힣]/);
  expect(kindWords('object | liquid[]', 'ko')).toBe('객체 | Liquid 문구 목록');
  expect(kindWords('visit | entry', 'ko')).toBe('visit | entry');
  expect(kindWords('object[]', 'en')).toBe('object[]');
});
