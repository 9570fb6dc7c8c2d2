import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { isInRegions, limitFreeRegions } from '../../src/whatsapp/regions.ts';

/** Regions that share their calling code with one of ours. */
const sharing = ['AX', 'GG', 'IM', 'JE', 'SJ', 'VA'];

test('numbers count as libphonenumber says, in every country that it knows', () => {
  for (const country of getCountries()) {
    const phone = getExampleNumber(country, examples)?.number;
    if (phone === undefined) continue;
    const expected = [...limitFreeRegions, ...sharing].includes(country);
    expect([country, isInRegions({ phone }, limitFreeRegions)]).toEqual([country, expected]);
  }
});

test('only the regions that are asked for count', () => {
  expect(isInRegions({ phone: '+821012345678' }, ['KR'])).toBe(true);
  expect(isInRegions({ phone: '+821012345678' }, ['JP', 'GB'])).toBe(false);
  expect(isInRegions({}, limitFreeRegions)).toBe(false);
});

test('without a phone the id says the country, with one the phone does', () => {
  expect(isInRegions({ businessScopedUserId: 'DE.1234567890' }, limitFreeRegions)).toBe(true);
  expect(isInRegions({ businessScopedUserId: 'US.1234567890' }, limitFreeRegions)).toBe(false);
  expect(
    isInRegions({ phone: '+5511912345678', businessScopedUserId: 'DE.1234567890' }, limitFreeRegions),
  ).toBe(false);
});
