import { expect, test } from 'vitest';
import { isSignedWebhook, signWebhook } from '../../../src/whatsapp/webhook/signature.ts';

const rawBody = Buffer.from('{"object":"whatsapp_business_account","text":"caf\\u00e9 ☕"}');

test('the published example of HMAC-SHA256 is accepted', () => {
  const signature = 'sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8';
  const fox = Buffer.from('The quick brown fox jumps over the lazy dog');
  expect(isSignedWebhook({ rawBody: fox, signature, secrets: ['key'] })).toBe(true);
});

test('any of several secrets will do, so that a secret can be rotated', () => {
  const signature = signWebhook(rawBody, 'new');
  expect(isSignedWebhook({ rawBody, signature, secrets: ['old', 'new'] })).toBe(true);
  expect(isSignedWebhook({ rawBody, signature, secrets: ['old'] })).toBe(false);
  expect(isSignedWebhook({ rawBody, signature, secrets: [] })).toBe(false);
});

test('one changed byte breaks the signature', () => {
  const signature = signWebhook(rawBody, 's');
  const changed = Buffer.from(rawBody);
  changed[3] = (changed[3] ?? 0) ^ 1;
  expect(isSignedWebhook({ rawBody: changed, signature, secrets: ['s'] })).toBe(false);
});

test('an empty secret signs nothing', () => {
  expect(isSignedWebhook({ rawBody, signature: signWebhook(rawBody, ''), secrets: [''] })).toBe(false);
});

const good = signWebhook(rawBody, 's');
test.each([
  undefined,
  '',
  'sha256=',
  good.slice(7),
  good.slice(0, -2),
  `${good}00`,
  ` ${good}`,
  `${good}\n`,
  good.toUpperCase(),
  good.replace('sha256', 'sha1'),
])('the header %j is not a signature', (signature) => {
  expect(isSignedWebhook({ rawBody, signature, secrets: ['s'] })).toBe(false);
});
