// What `jornada doctor` says of senders, against the emulator in every bad state that Meta's API can show.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Check } from '../../src/cli/doctor/check.ts';
import { type CloudApiEmulator, startCloudApi } from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { checkSenders, type SenderAccess } from '../../src/main/doctor/check-sender.ts';
import { toClock } from '../../src/main/doctor/check-server.ts';
import { checkApiVersion } from '../../src/main/doctor/sender/api-version.ts';

let meta: CloudApiEmulator;
const now = Date.now();
const day = 24 * 3_600_000;
const approved = { name: 'sale', language: 'ko', status: 'APPROVED', category: 'MARKETING' } as const;

beforeAll(async () => {
  meta = await startCloudApi({ webhookUrl: 'http://127.0.0.1:1/', templates: [approved] });
});
afterAll(() => meta.close());
afterEach(() => meta.reset());

function access(more: Partial<SenderAccess> = {}): SenderAccess {
  const [{ phoneNumberId, businessAccountId }] = meta.senders;
  return {
    name: 'shop',
    provider: 'meta',
    baseUrl: meta.url,
    apiVersion: 'v26.0',
    accessToken: meta.accessToken,
    tokenPlace: 'tokens/shop',
    phoneNumberId,
    accountId: businessAccountId,
    ...more,
  };
}

async function find(id: Check['id'], more: Partial<SenderAccess> = {}): Promise<Check> {
  const checks = await checkSenders([access(more)], now);
  const check = checks.find((one) => one.id === id);
  if (check === undefined) throw new TypeError(`no check "${id}" among ${checks.map((one) => one.id)}`);
  return check;
}

/** What is said in each language, in one text. */
const said = ({ found, todo }: Check, language: 'en' | 'ko') =>
  `${found[language]} ${todo?.[language] ?? ''}`;

test('a sender that is well has nothing to do', async () => {
  const checks = await checkSenders([access()], now);
  expect(checks.map(({ id, status }) => [id, status])).toEqual([
    ['sender', 'ok'],
    ['sender-health', 'ok'],
    ['sender-clock', 'ok'],
    ['token', 'ok'],
    ['api-version', 'ok'],
    ['account', 'ok'],
    ['webhook-subscription', 'ok'],
    ['templates', 'ok'],
  ]);
  expect(checks.every(({ todo }) => todo === undefined)).toBe(true);
});

test('a bad token: told once, with the place where the new one goes', async () => {
  const checks = await checkSenders([access({ accessToken: 'wrong' })], now);
  expect(checks).toHaveLength(1);
  expect(checks[0]).toMatchObject({ id: 'sender', status: 'fail' });
  expect(checks[0] && said(checks[0], 'en')).toMatch(/code 190.*tokens\/shop/);
  expect(checks[0] && said(checks[0], 'ko')).toMatch(/코드 190.*tokens\/shop/);
});

test('no token at all', async () => {
  const check = await find('sender', { accessToken: undefined });
  expect(said(check, 'en')).toContain('no access token in tokens/shop');
  expect(check.status).toBe('fail');
});

test('a token that expires soon is a warning, one that lasts is not', async () => {
  meta.setApp({ tokensExpireAt: Math.floor((now + 3 * day) / 1_000) + 60 });
  const soon = await find('token');
  expect(soon.status).toBe('warn');
  expect(said(soon, 'en')).toMatch(/expires in 3 days.*tokens\/shop/);
  expect(said(soon, 'ko')).toContain('3일 뒤 만료');
  meta.setApp({ tokensExpireAt: Math.floor((now + 60 * day) / 1_000) + 60 });
  expect(await find('token')).toMatchObject({ status: 'ok', found: { en: 'valid for 60 days' } });
});

test.each(['whatsapp_business_messaging', 'whatsapp_business_management'] as const)(
  'a token without %s',
  async (missing) => {
    const all = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;
    meta.setApp({ permissions: all.filter((permission) => permission !== missing) });
    const check = await find('token');
    expect(check.status).toBe('fail');
    expect(said(check, 'en')).toContain(`without ${missing}`);
    expect(said(check, 'ko')).toContain(`${missing} 권한 없음`);
  },
);

test.each([
  [{ status: 'UNVERIFIED', codeVerificationStatus: 'NOT_VERIFIED' }, 'fail', /request_code/],
  [{ status: 'PENDING' }, 'fail', /not registered.*\/register/],
  [{ status: 'RESTRICTED' }, 'warn', /WhatsApp Manager/],
  [{ nameStatus: 'DECLINED' }, 'warn', /display name/],
  [{ qualityRating: 'RED' }, 'warn', /block or report/],
] as const)('a number with %o', async (patch, status, words) => {
  meta.setNumber(patch);
  const check = await find('sender');
  expect(check.status).toBe(status);
  expect(said(check, 'en')).toMatch(words);
  expect(check.todo?.ko).toMatch(/[가-힣]/);
});

test("an account that is blocked or limited is told with Meta's own advice", async () => {
  const blocked = { status: 'BLOCKED', code: 141_006, reason: 'Unpaid.', solution: 'Add a card.' } as const;
  meta.setAccount({ canSend: blocked });
  const check = await find('sender-health');
  expect(check.status).toBe('fail');
  expect(said(check, 'en')).toBe('Meta blocks sending (WABA) Unpaid. Add a card.');
  expect(said(check, 'ko')).toContain('Meta의 안내: Unpaid. Add a card.');
  meta.setAccount({ canSend: { status: 'LIMITED', reason: 'New account.' } });
  expect(await find('sender-health')).toMatchObject({ status: 'warn', todo: { en: 'New account.' } });
});

test('no approved template, and no subscribed app', async () => {
  meta.setTemplate({ name: 'sale' }, { status: 'REJECTED' });
  meta.setAccount({ isSubscribed: false });
  const templates = await find('templates');
  expect(templates.status).toBe('warn');
  expect(said(templates, 'en')).toMatch(/0 of 1 templates are approved.*only answer/);
  expect(said(templates, 'ko')).toContain('승인');
  const subscription = await find('webhook-subscription');
  expect(subscription.status).toBe('fail');
  expect(said(subscription, 'ko')).toContain('웹훅을 받는 앱이 없음');
});

test('a foreign account, and a host that does not answer', async () => {
  expect(said(await find('account', { accountId: '1' }), 'en')).toContain('whatsapp_business_management');
  expect(await find('sender', { baseUrl: 'http://127.0.0.1:1' })).toMatchObject({
    status: 'fail',
    unreachable: true,
  });
});

test('of several senders each finding says whose it is', async () => {
  const others = [
    access(),
    access({ name: 'br', provider: '360dialog' }),
    access({ name: 'jp', accessToken: 'x' }),
  ];
  const checks = await checkSenders(others, now);
  expect(checks.filter(({ id }) => id === 'sender').map(({ sender, status }) => [sender, status])).toEqual([
    ['shop', 'ok'],
    ['br', 'ok'],
    ['jp', 'fail'],
  ]);
  expect((await checkSenders([], now))[0]).toMatchObject({ id: 'sender', status: 'warn' });
});

test.each([
  ['v19.0', 'fail', 'switched off'],
  ['v20.0', 'fail', 'since 2026-09-24'],
  ['v21.0', 'warn', 'ends on 2027-01-21'],
  ['v25.0', 'ok', 'until 2028-07-29'],
  ['v27.0', 'ok', 'v27.0'],
])('version %s in November 2026: %s', (version, status, words) => {
  const check = checkApiVersion(version, Date.UTC(2026, 10, 28));
  expect(check).toMatchObject({ status, found: { en: expect.stringContaining(words) } });
});

test("a clock that is far from Meta's is a warning: signatures and windows go by it", () => {
  expect(toClock(new Date(Date.now() - 3_600_000).toUTCString())).toMatchObject({ status: 'warn' });
  expect(toClock(new Date().toUTCString())).toMatchObject({ status: 'ok' });
});
