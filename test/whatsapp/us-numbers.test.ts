import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { areaCodesOutsideUs } from '../../src/whatsapp/us-area-codes.ts';
import { isUsNumber } from '../../src/whatsapp/us-numbers.ts';

test.each([
  ['+14155550123', true, 'San Francisco'],
  ['+12125550123', true, 'New York'],
  ['+18085550123', true, 'Hawaii'],
  ['+18005550123', true, 'toll-free'],
  ['+18885550123', true, 'toll-free too'],
  ['+19005550123', true, 'premium rate'],
  ['+12345550123', true, 'Ohio'],
  ['+19995550123', true, 'no area code that we know'],
  ['+14165550123', false, 'Toronto'],
  ['+16005550123', false, 'Canadian, non-geographic'],
  ['+18765550123', false, 'Jamaica'],
  ['+18295550123', false, 'Dominican Republic'],
  ['+14415550123', false, 'Bermuda'],
  ['+17875550123', false, 'Puerto Rico'],
  ['+16715550123', false, 'Guam'],
  ['+13405550123', false, 'US Virgin Islands'],
  ['+16705550123', false, 'Northern Marianas'],
  ['+16845550123', false, 'American Samoa'],
  ['+821012345678', false, 'Korea'],
  ['+1415555012', false, 'too short'],
  ['14155550123', false, 'not E.164'],
])('%s counts as US: %s (%s)', (phone, expected) => {
  expect(isUsNumber(phone)).toBe(expected);
});

test('no area code is listed twice', () => {
  const all = Object.values(areaCodesOutsideUs).flat();
  expect(new Set(all).size).toBe(all.length);
});

test('the lists agree with libphonenumber on every area code it knows', () => {
  const exchanges = ['2345678', '3456789', '5550123', '6431234', '7212345', '9061234'];
  for (let areaCode = 200; areaCode < 1000; areaCode += 1) {
    for (const exchange of exchanges) {
      const phone = `+1${areaCode}${exchange}`;
      const parsed = parsePhoneNumberFromString(phone);
      if (!parsed?.isValid() || parsed.country === undefined) continue;
      expect([phone, isUsNumber(phone)]).toEqual([phone, parsed.country === 'US']);
    }
  }
});
