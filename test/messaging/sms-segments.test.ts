import { expect, test } from 'vitest';
import { countSmsSegments } from '../../src/messaging/sms-segments.ts';

const count = (text: string) => {
  const { encoding, length, segments } = countSmsSegments(text);
  return [encoding, length, segments];
};

test('160 characters of the GSM alphabet fit alone, 153 in each of several', () => {
  expect(count('a'.repeat(160))).toEqual(['gsm-7', 160, 1]);
  expect(count('a'.repeat(161))).toEqual(['gsm-7', 161, 2]);
  expect(count('a'.repeat(306))).toEqual(['gsm-7', 306, 2]);
  expect(count('a'.repeat(307))).toEqual(['gsm-7', 307, 3]);
  expect(count('')).toEqual(['gsm-7', 0, 0]);
});

test('characters of the extension table count twice and stay whole', () => {
  expect(count('€'.repeat(80))).toEqual(['gsm-7', 160, 1]);
  // 76 pairs are 152: the last place of each part stays empty.
  expect(count('€'.repeat(153))).toEqual(['gsm-7', 306, 3]);
});

test('any other character makes it 70 alone and 67 in each of several', () => {
  expect(count('봄'.repeat(70))).toEqual(['ucs-2', 70, 1]);
  expect(count(`${'a'.repeat(70)}봄`)).toEqual(['ucs-2', 71, 2]);
  // 33 emoji of two units are 66.
  expect(count('🌸'.repeat(67))).toEqual(['ucs-2', 134, 3]);
});
