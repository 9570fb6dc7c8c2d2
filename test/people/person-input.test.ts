import { describe, expect, test } from 'vitest';
import { personInput } from '../../src/people/person-input.ts';
import { isTimeZone, toDefaultTimeZone } from '../../src/people/time-zones.ts';

function codeOf(person: object): unknown {
  const result = personInput.safeParse({ externalId: 'x', ...person });
  const issue = result.success ? undefined : result.error.issues[0];
  return issue?.code === 'custom' ? issue.params?.['code'] : issue?.code;
}

describe('phones', () => {
  test.each([
    ['+82 10-1234-5678', '+821012345678'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['+1 416 555 0123', '+14165550123'],
    ['+55 11 98765-4321', '+5511987654321'],
  ])('%s becomes %s', (given, expected) => {
    expect(personInput.parse({ externalId: 'x', phone: given }).phone).toBe(expected);
  });

  test('without a country code it is refused, with an impossible length too', () => {
    expect(codeOf({ phone: '010-1234-5678' })).toBe('PERSON_PHONE_FORMAT');
    expect(codeOf({ phone: 'call me' })).toBe('PERSON_PHONE_FORMAT');
    expect(codeOf({ phone: '+82 10 12' })).toBe('PERSON_PHONE_UNKNOWN');
  });
});

test('locales are made canonical, and nonsense is refused', () => {
  expect(personInput.parse({ externalId: 'x', locale: 'pt_br' }).locale).toBe('pt-BR');
  expect(codeOf({ locale: 'not a locale' })).toBe('PERSON_LOCALE');
});

test('zones are IANA names, not offsets', () => {
  expect(['Asia/Seoul', 'UTC', 'America/New_York'].map(isTimeZone)).toEqual([true, true, true]);
  expect(['+09:00', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([false, false, false]);
});

test('the default zone is that of the phone, or where most people of its country live', () => {
  const zones = ['KR', 'US', 'BR', 'JP', undefined].map(toDefaultTimeZone);
  expect(zones).toEqual(['Asia/Seoul', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo', 'UTC']);
});

test('attributes end at 64 KB, and unknown fields are refused', () => {
  expect(codeOf({ attributes: { a: 'x'.repeat(65_000) } })).toBeUndefined();
  expect(codeOf({ attributes: { a: '가'.repeat(22_000) } })).toBe('PERSON_ATTRIBUTES_SIZE');
  expect(codeOf({ nickname: 'x' })).toBe('unrecognized_keys');
});
