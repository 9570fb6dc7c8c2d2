import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOutcomes } from '../../src/messaging/outcomes.ts';
import { failureOfCode, findMetaError, memoryOfCode } from '../../src/whatsapp/errors.ts';

test.each([
  [190, 'account', 'park'],
  [131005, 'account', 'park'],
  [215, 'account', 'park'],
  [130429, 'limit.sender', 'rate'],
  [4, 'limit.sender', 'rate'],
  [133016, 'invalid', 'never'],
  [138003, 'invalid', 'never'],
  [131049, 'limit.user', 'never'],
  [130472, 'experiment', 'never'],
  [131026, 'undeliverable', 'never'],
  [131047, 'window', 'never'],
  [131050, 'consent', 'never'],
  [132015, 'template.paused', 'never'],
  [132001, 'template.missing', 'never'],
  [132012, 'template.params', 'never'],
  [131048, 'limit.sender', 'never'],
  [368, 'account', 'never'],
  [131042, 'account', 'never'],
  [131016, 'unavailable', 'transient'],
  [100, 'invalid', 'never'],
])('code %i means %s, retry %s', (code, outcome, retry) => {
  expect(failureOfCode(code)).toMatchObject({ code: String(code), outcome, retry });
  expect(failureOfCode(String(code))).toEqual(failureOfCode(code));
});

test('131049 for a US number is the pause: no retry and nothing to remember', () => {
  const context = { recipientIsUs: true };
  expect(failureOfCode(131049, context)).toEqual({ code: '131049', outcome: 'limit.us', retry: 'never' });
  expect(memoryOfCode(131049, context)).toBeUndefined();
  expect(memoryOfCode(131049)).toBe('cooldown');
});

test('an unknown code follows is_transient, else the HTTP status, else is permanent', () => {
  expect(failureOfCode(7654321, { isTransient: true })).toMatchObject({ retry: 'transient' });
  expect(failureOfCode(7654321, { isTransient: false, httpStatus: 500 })).toMatchObject({ retry: 'never' });
  expect(failureOfCode(7654321, { httpStatus: 502 })).toMatchObject({ outcome: 'unavailable' });
  expect(failureOfCode(7654321, { httpStatus: 429 })).toMatchObject({
    outcome: 'limit.sender',
    retry: 'rate',
  });
  expect(failureOfCode(7654321)).toEqual({ code: '7654321', outcome: 'invalid', retry: 'never' });
  expect(failureOfCode(131059, { isTransient: true })).toMatchObject({ retry: 'transient' });
});

test('any code at all has an outcome', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.string()), (code) => {
      expect(failureOutcomes).toContain(failureOfCode(code).outcome);
      if (typeof code === 'string' && !/^\d+$/.test(code)) expect(findMetaError(code)).toBeUndefined();
    }),
  );
});
