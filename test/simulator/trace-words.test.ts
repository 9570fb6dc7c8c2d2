import { expect, test } from 'vitest';
import { toAnswerText, toHeardText } from '../../src/simulator/trace-words.ts';

test('answers keep their code, people their words', () => {
  expect(toAnswerText('refused 131049', 'en')).toBe('refused (131049)');
  expect(toHeardText('inbound', '안녕하세요', 'ko')).toBe('고객이 보낸 메시지: “안녕하세요”');
});
