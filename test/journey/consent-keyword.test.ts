import { expect, test } from 'vitest';
import { consentsByKeyword } from '../../src/journey/consent-keyword.ts';
import { defaultPolicySettings } from '../../src/whatsapp/policy-settings.ts';

const { keywords } = defaultPolicySettings;
const out = [{ topic: 'marketing', state: 'out' }];
const optedIn = [{ topic: 'marketing', state: 'in' }];

test.each([
  ['STOP', out],
  [' stop! ', out],
  ['ＳＴＯＰ', out],
  ['Unsubscribe.', out],
  ['수신거부', out],
  ['수신 거부', out],
  ['그만', out],
  ['그만!!', out],
  ['START', optedIn],
  ['수신동의', optedIn],
  ['please stop', []],
  ['그만 보내세요', []],
  ['', []],
  ['!', []],
])('%j', (text, said) => {
  expect(consentsByKeyword(text, keywords, false)).toEqual(said);
});

test('who has left the whole channel is in again altogether', () => {
  expect(consentsByKeyword('start', keywords, true)).toEqual([...optedIn, { topic: '', state: 'in' }]);
});

test('an opt-out may be set to end everything, and words to be others', () => {
  const own = { optOut: ['baja'], optIn: ['alta'], optOutOf: 'everything' } as const;
  expect(consentsByKeyword('Baja', own, false)).toEqual([{ topic: '', state: 'out' }, ...out]);
  expect(consentsByKeyword('stop', own, false)).toEqual([]);
});
